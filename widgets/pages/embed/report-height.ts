// A frame tells the page around it how high it is: `{ nhipso: 'height', height }`. Whoever does not listen loses nothing.

/** What a frame posts to the page around it, at first and whenever it changes. It holds no figure. */
interface HeightMessage {
  readonly nhipso: 'height'
  /** Of the whole content, CSS pixels, rounded up. */
  readonly height: number
}

/** Any page may frame an embed, so any page may hear it. */
export function postHeight(): void {
  if (parent === window) return
  const root = document.documentElement
  new ResizeObserver(() => {
    const message: HeightMessage = {
      nhipso: 'height',
      height: Math.ceil(root.getBoundingClientRect().height),
    }
    parent.postMessage(message, '*')
  }).observe(root)
}
