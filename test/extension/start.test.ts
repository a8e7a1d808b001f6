// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { start } from '../../extension/pages/start.ts'
import { en } from '../../shared/text/popup.en.ts'
import { vi } from '../../shared/text/popup.vi.ts'

it('a page whose store cannot be opened says so in both languages, and what to do', async () => {
  document.body.innerHTML = '<div id="page"></div>'
  await start(() => Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError')))
  const said = [...document.querySelectorAll('#page [role=alert] p')].map(p => [
    (p as HTMLElement).lang,
    p.textContent,
  ])
  expect(said).toEqual([
    ['vi', vi.noStore],
    ['en', en.noStore],
  ])
})

it('a page that opens is left to itself', async () => {
  document.body.innerHTML = '<div id="page"></div>'
  await start(async () => {
    document.getElementById('page')?.append('45 phút')
  })
  expect(document.body.textContent).toBe('45 phút')
})
