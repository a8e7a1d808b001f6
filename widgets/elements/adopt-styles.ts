// Styles an element without a <style> element, so that strict pages (CSP without 'unsafe-inline') show it as it is.

/** Where style sheets cannot be adopted: enough to read it. */
const PLAIN = { display: 'block', padding: '12px 16px', border: '1px solid', color: 'inherit' }

/** Gives a shadow root its styles; where style sheets cannot be adopted, a few are set on `card`, one by one. */
export function dress(root: ShadowRoot, css: string, card: HTMLElement): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    for (const [property, value] of Object.entries(PLAIN)) card.style.setProperty(property, value)
  }
}
