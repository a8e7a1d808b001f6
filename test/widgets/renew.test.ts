// @vitest-environment happy-dom
// An open page takes a newer state of itself: what is marked changes, and the reader stays where they are.
import { expect, it } from 'vitest'
import { isFinal, lookOld, renew } from '../../widgets/pages/patch-live-parts.ts'

const at = '2026-11-23T14:32:00+07:00'
const bodyOf = (live: string, score: string, more = ''): string =>
  `<form><input id="q"></form><div data-live="${live}"><p><time class="freshness fresh" datetime="${at}">Cập nhật lúc</time></p>
  <table><tbody><tr><th><a href="/agency/a">A</a></th><td>${score}</td></tr>${more}</tbody></table>
  <details><summary>Bảng</summary><p>${score}</p></details></div>`

function open(html: string): Document {
  document.body.innerHTML = html
  return document
}
const parsed = (html: string): Document =>
  new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html')

it('takes what is new in a marked part, and leaves alone what stayed the same', () => {
  const page = open(bodyOf('on', '87,4'))
  const [form, freshness] = [page.querySelector('form'), page.querySelector('time')]
  renew(page, parsed(bodyOf('on', '88,0')))
  expect(page.querySelector('td')?.textContent).toBe('88,0')
  expect(page.querySelector('form')).toBe(form)
  expect(page.querySelector('time')).toBe(freshness)
})

it('whoever stands on a link stands on the same link afterwards, also where its row has moved', () => {
  const page = open(bodyOf('on', '87,4'))
  page.querySelector('a')?.focus()
  renew(
    page,
    parsed(bodyOf('on', '80,0').replace('<tbody>', '<tbody><tr><th><a href="/agency/b">B</a></th></tr>')),
  )
  expect(page.activeElement?.getAttribute('href')).toBe('/agency/a')
  expect(page.querySelectorAll('tr')).toHaveLength(2)
})

it('an opened table stays open', () => {
  const page = open(bodyOf('on', '87,4'))
  page.querySelector('details')?.toggleAttribute('open', true)
  page.querySelector('summary')?.focus()
  renew(page, parsed(bodyOf('on', '88,0')))
  expect(page.querySelector('details')?.open).toBe(true)
  expect(page.querySelector('details p')?.textContent).toBe('88,0')
  expect(page.activeElement?.localName).toBe('summary')
})

it('a silent hub makes the figures look old, and the next answer makes them current again', () => {
  const page = open(bodyOf('on', '87,4'))
  lookOld(page)
  expect(page.querySelector('time')?.textContent).toBe('Mất kết nối, số liệu lúc 14:32 ngày 23/11/2026')
  expect(page.querySelector('time')?.className).toBe('freshness offline')
  renew(page, parsed(bodyOf('on', '87,4')))
  expect(page.querySelector('time')?.className).toBe('freshness fresh')
})

it('knows a page that will change no more', () => {
  expect(isFinal(parsed(bodyOf('final', '87,4')))).toBe(true)
  expect(isFinal(parsed(bodyOf('on', '87,4')))).toBe(false)
})
