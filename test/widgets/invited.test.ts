// @vitest-environment happy-dom
// The link of an invitation leads to the hub's own page, which says what to do with it.
import { expect, it } from 'vitest'
import { en } from '../../shared/text/popup.en.ts'
import { vi } from '../../shared/text/popup.vi.ts'
import { showInvitation } from '../../widgets/pages/invitation-notice.ts'

function open(lang: string): Document {
  document.documentElement.lang = lang
  document.body.innerHTML = '<main><h1>Bảng xếp hạng</h1></main>'
  return document
}
const said = (page: Document): string => page.querySelector('#invitation')?.textContent ?? ''

it.each([
  ['vi', vi],
  ['en', en],
] as const)('shows the code and names the button of the popup: %s', (lang, texts) => {
  const page = open(lang)
  showInvitation(page, '#nhipso=k7qm-3xpa-9tdw')
  expect(page.querySelector('main > :first-child code')?.textContent).toBe('K7QM-3XPA-9TDW')
  expect(said(page)).toContain(`“${texts.popup.enrol}”`)
  showInvitation(page, '#nhipso=k7qm-3xpa-9tdw')
  expect(page.querySelectorAll('#invitation')).toHaveLength(1)
})

it.each(['', '#main', '#nhipso=', '#nhipso=<img src=x onerror=alert(1)>', '#nhipso=K7QM'])(
  'leaves the page alone at %s',
  hash => {
    const page = open('vi')
    showInvitation(page, hash)
    expect(page.querySelector('main')?.innerHTML).toBe('<h1>Bảng xếp hạng</h1>')
  },
)
