// The badge: small, readable without script, and never more than what was released.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type BadgeLook, badgeSvg } from '../../hub/render/badge-svg.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'
import { cell, hidden, NOW, snapshotOf } from '../fixtures/snapshot.ts'

const LOOK: BadgeLook = { lang: 'vi', theme: 'light', style: 'card' }
const draw = (agency: AgencyScore, look: Partial<BadgeLook> = {}, sample = true) =>
  badgeSvg(agency, snapshotOf([agency], { sample }), { ...LOOK, ...look })

describe('the badge', () => {
  it('shows the number with a decimal comma, the tier, the rank and how fresh it is', () => {
    const svg = draw(cell(), {}, false)
    for (const text of [
      ...['>87,4<', '>Tốt<', '>Hạng 3/14<', '>Điểm Nhịp Số<'],
      '>Cập nhật lúc 20:00 ngày 23/11/2026<',
    ]) {
      expect(svg).toContain(text)
    }
    expect(svg).not.toContain('DỮ LIỆU MẪU')
  })

  it('speaks English with a decimal point', () => {
    const svg = draw(cell(), { lang: 'en' })
    for (const text of [
      ...['>87.4<', '>Good<', '>Rank 3/14<', '>SAMPLE DATA<'],
      '>Updated at 20:00 on 23/11/2026<',
    ])
      expect(svg).toContain(text)
  })

  it('has the colours and the sizes of the element that takes its place', () => {
    const css = readFileSync(join(import.meta.dirname, '../../widgets/elements/elements.css'), 'utf8')
    const coloursIn = (text = '') => new Set(text.match(/#[0-9a-f]{3,6}\b/g))
    const themes = {
      light: coloursIn(/^\.card \{([^}]*)\}/m.exec(css)?.[1]),
      dark: coloursIn(/^\.dark \{([^}]*)\}/m.exec(css)?.[1]),
    } as const
    for (const theme of ['light', 'dark'] as const) {
      const own = [...coloursIn(draw(cell(), { theme }))]
      expect(own.length).toBeGreaterThanOrEqual(6)
      expect(own.filter(colour => !themes[theme].has(colour))).toEqual([])
    }
    const sizes = [...draw(cell()).matchAll(/font-size="(\d+)"/g)].map(found => found[1])
    expect([...new Set(sizes)].filter(size => !css.includes(`${size}px`))).toEqual([])
  })

  it('says that it is sample data, to the eye and to a screen reader', () => {
    for (const style of ['card', 'flat'] as const) {
      expect(draw(cell(), { style }).match(/DỮ LIỆU MẪU/g)).toHaveLength(2)
    }
  })

  it('tells a screen reader why the score that it shows was corrected', () => {
    const trend = [{ week: '2026-W45', score: 874, corrected: 'Biên chế <sai>' }]
    expect(draw(cell({ trend }))).toMatch(/<title>[^<]*đã đính chính: Biên chế &lt;sai&gt;/)
    expect(draw(cell({ trend, score: 880 }))).not.toContain('đính chính') // a newer score stands there
  })

  it('has a size of its own and a name for screen readers', () => {
    expect(draw(cell())).toMatch(
      /^<svg [^>]*width="240" height="96"[^>]*role="img"[^>]*><title>Sở Nội vụ: 87,4, Tốt, Hạng 3\/14/,
    )
  })

  it('tells no number where nothing may be told', () => {
    for (const [state, words] of [
      ['suppressed', 'Chưa đủ số liệu'],
      ['no-data', 'Chưa có số liệu'],
    ] as const) {
      const svg = draw(hidden(state))
      expect(svg).toContain(`>${words}<`)
      expect(svg).not.toMatch(/\d,\d/)
    }
  })

  it('calls a score without a rank provisional', () => {
    const early = cell({ state: 'provisional', rank: null, of: null })
    expect(draw(early)).toContain('>Tạm tính<')
    expect(draw(early, { lang: 'en' })).toContain('>Provisional<')
    expect(draw(cell())).not.toContain('Tạm tính')
  })

  it('calls a figure old once its release is, and final when the campaign is over', () => {
    const told = (over: Partial<Snapshot>, now: number) =>
      badgeSvg(cell(), snapshotOf([cell()], over), { ...LOOK, now })
    expect(told({}, NOW)).toContain('>Cập nhật lúc 20:00 ngày 23/11/2026<')
    const old = told({}, NOW + 1_800_000)
    expect(old).toContain('>Chưa cập nhật từ 20:00 ngày 23/11/2026<')
    expect(old).toMatch(/fill="#4a5d63">87,4</)
    expect(old).toMatch(/<title>[^<]*Chưa cập nhật từ/)
    expect(told({ final: true }, NOW + 1e10)).toContain('>Kết quả cuối cùng, chốt ngày 23/11/2026<')
  })

  it('writes names as text, whatever they hold', () => {
    const name = { vi: 'A & B <script>"x"</script>', en: 'x' }
    const svg = draw(cell({ name }))
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('A &amp; B &lt;script&gt;')
  })

  it('names nothing outside itself', () => {
    for (const style of ['card', 'flat'] as const) {
      expect(draw(cell(), { style }).replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|url\(|href|@import/,
      )
    }
  })

  it.each(['card', 'flat'] as const)(
    'as %s takes at most 700 bytes on the wire, the longest name included',
    style => {
      const name = { vi: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Tây Ninh', en: 'x' }
      for (const theme of ['light', 'dark'] as const) {
        expect(gzipSync(draw(cell({ name }), { style, theme })).length).toBeLessThanOrEqual(700)
      }
    },
  )
})
