// Where the script came from is where the hub is: read in the first tick, the only time a browser tells it.

/** The hub that served this script: `https://hub/w/1/nhipso.js` → `https://hub`. Null where nothing tells it. */
export const scriptHub: string | null = hubOfScript(document.currentScript)

function hubOfScript(script: HTMLOrSVGScriptElement | null): string | null {
  const src = script instanceof HTMLScriptElement ? script.src : ''
  return /^(https?:.*?)\/w\/[^/]+\/[^/]+$/.exec(src)?.[1] ?? addressOf(src)
}

/** The origin of a web address, with the path before its last slash; null for anything else. */
export function addressOf(text: string): string | null {
  try {
    const url = new URL(text, document.baseURI)
    return text && /^https?:$/.test(url.protocol) ? url.origin + url.pathname.replace(/\/[^/]*$/, '') : null
  } catch {
    return null
  }
}
