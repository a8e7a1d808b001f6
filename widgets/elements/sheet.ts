// Styles an element without a <style> element, so that strict pages (CSP without 'unsafe-inline') show it as it is.

/** Gives a shadow root its styles; where style sheets cannot be adopted, `plain` is set on `card`, one by one. */
export function dress(
  root: ShadowRoot,
  css: string,
  card: HTMLElement,
  plain: Readonly<Record<string, string>>,
): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    for (const [property, value] of Object.entries(plain)) card.style.setProperty(property, value)
  }
}
