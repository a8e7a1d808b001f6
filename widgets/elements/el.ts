// Markup without texts of HTML: an element with a class for the sheet inside and the same part for the page outside.

/** The first word of `name` is also the part. */
export function el(tag: string, name = '', ...inside: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag)
  if (name) {
    made.className = name
    made.setAttribute('part', name.split(' ')[0] ?? name)
  }
  made.append(...inside)
  return made
}

/** A number: translation tools keep away. */
export function figure(tag: string, name = '', ...inside: readonly (Node | string)[]): HTMLElement {
  const made = el(tag, name, ...inside)
  made.setAttribute('translate', 'no')
  return made
}

/** A link. */
export function link(name: string, href: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const made = el('a', name, ...inside)
  made.setAttribute('href', href)
  return made
}

/** The cell that names a row. */
export function rowHead(...inside: readonly (Node | string)[]): HTMLElement {
  const made = el('th', 'name', ...inside)
  made.setAttribute('scope', 'row')
  return made
}
