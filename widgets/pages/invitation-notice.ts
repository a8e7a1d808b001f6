// Somebody follows an invitation, `https://hub/#nhipso=CODE`: what to do with it. No server sees what stands behind `#`.
import { type Language, languageOf } from '../../shared/core/language.ts'

/** A code as it is printed; anything else is no invitation. */
const CODE = /^[0-9A-Za-z]{4}(?:-?[0-9A-Za-z]{4}){2}$/

const TEXTS: Readonly<Record<Language, { title: string; what: string }>> = {
  vi: {
    title: 'Quý vị được mời tham gia Nhịp Số',
    what: 'Bấm biểu tượng Nhịp Số trên thanh công cụ của trình duyệt, chọn “Nhập mã tham gia”, rồi dán mã này hoặc cả địa chỉ của trang này. Mã chỉ hiện trên máy của Quý vị; trang này không gửi mã đi đâu.',
  },
  en: {
    title: 'You are invited to join Nhịp Số',
    what: 'Click the Nhịp Số icon in your browser’s toolbar, choose “Enter the code”, and paste this code or the address of this page. The code shows on your machine only; this page sends it nowhere.',
  },
}

/** Says it at the top of the page, once; a page without an invitation stays as it is. */
export function showInvitation(page: Document, hash: string): void {
  const code = new URLSearchParams(hash.slice(1)).get('nhipso') ?? ''
  const main = page.querySelector('main')
  if (!main || !CODE.test(code) || main.querySelector('#invitation')) return
  const { title, what } = TEXTS[languageOf(page.documentElement.lang)]
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
