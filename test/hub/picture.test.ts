// The PNG badge and the pictures of shared links: drawn once for a release, with every Vietnamese letter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPngCache } from '../../hub/render/png.ts'
import { agencyPoster, pagePoster } from '../../hub/render/social-card-svg.ts'
import { reason, type TryHub, tryHub } from '../fixtures/hub.ts'
import { cell, hidden, snapshotOf } from '../fixtures/snapshot.ts'

/** Width and height of a PNG. */
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}
const letter = (one: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="60"><text x="4" y="44" font-size="32">${one}</text></svg>`

describe('a picture', () => {
  const pictures = createPngCache()
  const hexOf = async (svg: string): Promise<string> =>
    Buffer.from(await pictures.png(svg, 1)).toString('hex')

  it('has a letter of its own for everything that Vietnamese is written with', async () => {
    const letters = [
      ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
    ]
    const all = [...letters, ...letters.map(one => one.toUpperCase()), ...'0123456789,·–…%']
    const missing = await hexOf(letter('\u{f0000}'))
    const drawn = new Map<string, string>()
    for (const one of all) drawn.set(one, await hexOf(letter(one)))
    expect([...drawn].filter(([, hex]) => hex === missing).map(([one]) => one)).toEqual([])
    expect(new Set(drawn.values()).size).toBe(all.length)
  })

  it('is drawn once, and forgotten when nobody asked for it during a whole release', async () => {
    const svg = letter('x')
    const first = pictures.png(svg, 1)
    expect(pictures.png(svg, 1)).toBe(first)
    expect(pictures.png(svg, 2)).not.toBe(first)
    await pictures.renew([])
    await pictures.renew([])
    expect(pictures.png(svg, 1)).not.toBe(first)
  })

  it('that was drawn ahead is there before anybody asks', async () => {
    await pictures.renew([letter('y')])
    const ready = pictures.png(letter('y'), 2)
    await pictures.renew([letter('y')])
    expect(pictures.png(letter('y'), 2)).toBe(ready)
  })
})

describe('the picture of a shared link', () => {
  it('shows an agency’s name on two lines, its score, grade and rank, and the day', () => {
    const name = { vi: 'Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Tây Ninh', en: 'x' }
    const agency = cell({ name })
    const svg = agencyPoster(agency, snapshotOf([agency]), 'vi')
    for (const said of ['>Ban Quản lý Khu kinh tế và các khu<', '>công nghiệp tỉnh Tây Ninh<', '>87,4<'])
      expect(svg).toContain(said)
    for (const said of ['>Tốt<', '>Hạng 3/14<', 'ngày 23/11/2026<', 'DỮ LIỆU MẪU'])
      expect(svg).toContain(said)
  })

  it('tells no number where nothing may be told, and says why', () => {
    const agency = hidden('suppressed')
    const svg = agencyPoster(agency, snapshotOf([agency], { sample: false }), 'en')
    expect(svg).toContain('>Too few people<')
    expect(svg).not.toMatch(/\d[.,]\d</)
    expect(svg).not.toContain('SAMPLE')
  })

  it('of the scoreboard names the first of each block, and writes names as text', () => {
    const first = cell({ rank: 1, name: { vi: 'A & <b>', en: 'x' } })
    expect(pagePoster('board', snapshotOf([first, cell()]), 'vi')).toContain('>1. A &amp; &lt;b&gt;  87,4<')
    expect(pagePoster('how', snapshotOf([first]), 'vi')).not.toContain('87,4')
  })
})

describe('over HTTP', () => {
  let hub: TryHub
  beforeAll(async () => {
    hub = await tryHub()
  })
  afterAll(() => hub.close())

  it.each([
    ['/badge/so-noi-vu.png', 240, 96],
    ['/badge/so-noi-vu.png?scale=2&lang=en&theme=dark', 480, 192],
    ['/badge/so-noi-vu.png?style=flat&scale=9', 260, 24],
    ['/og/agency/so-noi-vu.png?lang=en', 1200, 630],
    ['/og/board.png', 1200, 630],
    ['/og/how.png', 1200, 630],
    ['/og/builder.png', 1200, 630],
  ])('%s is a PNG of %i × %i that any page may show and keep for a while', async (path, width, height) => {
    const response = await hub.fetch(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=15, stale-while/)
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(sizeOf(new Uint8Array(await response.arrayBuffer()))).toEqual([width, height])
    const etag = response.headers.get('etag') ?? ''
    expect((await hub.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it.each([
    ['/badge/khong-co.png', 'agency-unknown'],
    ['/badge/so-noi-vu.gif', 'not-found'],
    ['/og/agency/khong-co.png', 'agency-unknown'],
    ['/og/team.png', 'not-found'],
  ])('%s is refused: %s', async (path, why) => {
    expect((await reason(await hub.fetch(path))).why).toBe(why)
  })
})
