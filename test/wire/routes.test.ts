import { expect, it } from 'vitest'
import { routes } from '../../shared/wire/routes.ts'

it('builds addresses under the hub, with or without a slash at its end or a path of its own', () => {
  expect(routes('https://hub.example/').reports()).toBe('https://hub.example/api/v1/reports')
  expect(routes('https://hub.example/nhipso').board()).toBe('https://hub.example/nhipso/')
})

it('leaves out what is not asked for, and escapes what is', () => {
  const r = routes('https://h')
  expect(r.scores()).toBe('https://h/api/v1/scores')
  expect(r.scores({ level: 'commune' })).toBe('https://h/api/v1/scores?level=commune')
  expect(r.badge('a/b', { lang: 'en', theme: 'dark' })).toBe('https://h/badge/a%2Fb.svg?lang=en&theme=dark')
  expect(r.team('so-noi-vu', '2026-W47')).toBe('https://h/api/v1/team?agency=so-noi-vu&week=2026-W47')
})
