// What the builder offers for NukeViet, after NukeViet has been through it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badgeSvg } from '../../hub/render/badge-svg.ts'
import { createPngCache } from '../../hub/render/png.ts'
import { LANGUAGES } from '../../shared/core/language.ts'
import { EMBEDS, SIZES, THEMES } from '../../shared/wire/page.ts'
import { offersFor } from '../../widgets/pages/builder/offers.ts'
import { elementSnippet, frameSnippet, imageSnippet } from '../../widgets/pages/snippets.ts'
import { type AnswerServer, html, openAnswerServer } from '../fixtures/answer-server.ts'
import { builderOf, bundleOf, cell, NOW, OFFICIAL, provinceOf } from '../fixtures/snapshot.ts'
import { buildRender } from '../widgets/build.ts'
import { AGENCY, wishAt } from './hosts.ts'
import { nukeVietFilter } from './nukeviet.ts'
import { READERS, type Reader } from './readers.ts'

/** What NukeViet allows before an administrator adds anything. */
const SHIPPED = ['youtube.com', 'www.youtube.com', 'google.com', 'www.google.com', 'docs.google.com']
const HUB = 'https://nhipso.tayninh.example'
const wish = wishAt(HUB)

describe('NukeViet', () => {
  it('leaves the image as it is', () => {
    expect(nukeVietFilter(imageSnippet(wish), SHIPPED)).toBe(imageSnippet(wish))
  })

  it('leaves of the live element its image', () => {
    expect(nukeVietFilter(elementSnippet(wish), SHIPPED).trim()).toBe(imageSnippet(wish))
  })

  it('empties the frame, until an administrator allows the hub’s domain', () => {
    expect(nukeVietFilter(frameSnippet(wish), SHIPPED)).not.toContain('src=')
    expect(nukeVietFilter(frameSnippet(wish), [...SHIPPED, 'nhipso.tayninh.example'])).toBe(
      frameSnippet(wish),
    )
  })

  it('takes what it is known to take', () => {
    const block = '<p onclick="x()" style="color:#ff0000">a<script>b()</script><img src="javascript:x"></p>'
    expect(nukeVietFilter(block, [])).toBe('<p style="color:rgb(255, 0, 0)">a<img></p>')
  })
})

/** Everything that the builder offers for NukeViet, whatever else is chosen. */
function offered(hub: string): readonly string[] {
  const bench = { hub, lang: 'vi', bundle: bundleOf(), scripts: [] } as const
  const chosen = bench.bundle.agencies.find(one => one.id === AGENCY)
  if (!chosen) throw new Error(AGENCY)
  const codes = new Set<string>()
  for (const show of EMBEDS)
    for (const size of SIZES)
      for (const theme of THEMES)
        for (const speaks of LANGUAGES)
          for (const { code } of offersFor(bench, builderOf(AGENCY, { show, size, theme, speaks }), chosen))
            codes.add(code)
  return [...codes]
}

/** What can be seen of one snippet: the number's picture, or the frame's text. */
const IMAGE_SEEN = `[...document.querySelectorAll('a > img')].map(i => i.complete && i.naturalWidth > 0 && i.offsetWidth > 0)`

describe.each(READERS)('on a NukeViet page in $name', ({ there, start }) => {
  let reader: Reader
  let hub: AnswerServer
  beforeAll(async () => {
    const render = await buildRender()
    const snapshot = { ...provinceOf(), agencies: [cell(), ...provinceOf().agencies.slice(1)] }
    const svg = badgeSvg(cell(), snapshot, { lang: 'vi', theme: 'light', style: 'card' })
    const png = await createPngCache().png(svg, 2)
    const frame = () => ({
      ...({ hub: hub.url, lang: 'vi', bundle: bundleOf(), snapshot, official: OFFICIAL, now: NOW } as const),
      ...{ minGroup: 10, keptDays: 120 },
    })
    hub = await openAnswerServer((path, search) => {
      const embed = EMBEDS.find(one => path === `/embed/${one}`)
      if (embed === 'board' || embed === 'ticker')
        return html(render({ page: 'embed', embed, level: 'province', block: null, theme: 'auto' }, frame()))
      if (embed) return html(render({ page: 'embed', embed, agency: AGENCY, theme: 'auto' }, frame()))
      if (path.endsWith('.png')) return { type: 'image/png', body: png }
      if (path.endsWith('.svg')) return { type: 'image/svg+xml', body: svg }
      const allowed = search.has('allowed') ? [...SHIPPED, '127.0.0.1'] : SHIPPED
      const blocks = offered(hub.url).map(code =>
        nukeVietFilter(code, allowed).replace(' loading="lazy"', ''),
      )
      return path === '/' ? html(`<!doctype html><title>NukeViet</title>${blocks.join('<hr>')}`) : null
    })
    if (there) reader = await start()
  })
  afterAll(async () => {
    await reader?.close()
    await hub?.close()
  })

  it.skipIf(!there)('every image that the builder offers shows the number, whatever is chosen', async () => {
    const images = offered(hub.url).filter(code => code.startsWith('<a '))
    expect(images.length).toBeGreaterThanOrEqual(20)
    const sheet = await reader.open(hub.url, true)
    await expect.poll(() => sheet.ask(IMAGE_SEEN), { timeout: 10_000 }).toBe(images.map(() => 'true').join())
    await sheet.close()
  })

  it.skipIf(!there)('every frame shows its number once an administrator has allowed the domain', async () => {
    const frames = offered(hub.url).filter(code => code.startsWith('<iframe '))
    expect(frames.length).toBeGreaterThanOrEqual(30)
    const sheet = await reader.open(`${hub.url}/?allowed`, true)
    for (let n = 1; n <= frames.length; n += 1)
      await expect
        .poll(() => sheet.askFrame(`document.body?.innerText ?? ''`, n), { timeout: 10_000 })
        .toMatch(/\d,\d/)
    await sheet.close()
  })
})
