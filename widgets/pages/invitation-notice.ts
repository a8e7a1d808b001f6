// Somebody follows an invitation, `https://hub/#nhipso=CODE`: what to do with it. No server sees what stands behind `#`.
import { languageOf } from '../../shared/core/language.ts'
import { invitationWords } from '../../shared/text/invitation.ts'

/** A code as it is printed; anything else is no invitation. */
const CODE = /^[0-9A-Za-z]{4}(?:-?[0-9A-Za-z]{4}){2}$/

/** Says it at the top of the page, once; a page without an invitation stays as it is. */
export function showInvitation(page: Document, hash: string): void {
  const code = new URLSearchParams(hash.slice(1)).get('nhipso') ?? ''
  const main = page.querySelector('main')
  if (!main || !CODE.test(code) || main.querySelector('#invitation')) return
  const { title, what } = invitationWords(languageOf(page.documentElement.lang))
  const part = page.createElement('section')
  part.id = 'invitation'
  part.className = 'panel'
  part.append(line(page, 'h2', title), line(page, 'code', code.toUpperCase()), line(page, 'p', what))
  main.prepend(part)
}

function line(page: Document, kind: string, text: string): Element {
  const element = page.createElement(kind)
  element.textContent = text
  return element
}
