// What NukeViet 4.5 does to a block of HTML before it stands on the page (its Request.php and the editor's list of tags).

/** Taken out with all that is in them. */
const REMOVED = /<(script|style|link|applet|object|meta)\b[^>]*>(?:[^<]*<\/\1>)?/gi
/** Tags that the editor's list does not know go; what is between them stays. */
const KNOWN =
  /^(a|abbr|b|blockquote|br|center|div|em|figure|figcaption|h[1-6]|hr|i|iframe|img|li|ol|p|span|strong|table|tbody|td|th|tr|u|ul)$/i
const ATTRIBUTE = /([a-zA-Z][\w:-]*)(?:\s*=\s*"([^"]*)")?/g
const BAD_VALUE = /javascript|vbscript|expression|behaviou?r|mocha|livescript|\b(?:file|eval)\(/i

/** `domains` is the administrator's list: "Giới hạn tên miền ở các thẻ HTML nguy hiểm". */
export function nukeVietFilter(block: string, domains: readonly string[]): string {
  return block.replace(REMOVED, '').replace(/<(\/?)([\w-]+)([^>]*)>/g, (_, slash, tag, rest) => {
    if (!KNOWN.test(tag)) return ''
    return slash ? `</${tag}>` : `<${tag}${attributes(tag, rest, domains)}>`
  })
}

function attributes(tag: string, rest: string, domains: readonly string[]): string {
  return [...rest.matchAll(ATTRIBUTE)]
    .filter(([, name, value]) => stays(tag, name ?? '', value ?? '', domains))
    .map(([, name, value]) => ` ${name}="${rewritten(name ?? '', value ?? '')}"`)
    .join('')
}

function stays(tag: string, name: string, value: string, domains: readonly string[]): boolean {
  if (/^on|^action$|^background$/i.test(name) || BAD_VALUE.test(value)) return false
  return !(/^iframe$/i.test(tag) && /^src$/i.test(name)) || domains.includes(new URL(value).hostname)
}

/** Colours in attributes become rgb(…), except in links; entities of quotes become plain ones. */
const rewritten = (name: string, value: string): string =>
  (/^href$/i.test(name)
    ? value
    : value.replace(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/gi, (_, r, g, b) => {
        return `rgb(${[r, g, b].map(part => Number.parseInt(part, 16)).join(', ')})`
      })
  ).replaceAll('&quot;', "'")
