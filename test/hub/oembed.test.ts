// oEmbed: a page's address becomes a frame, and nobody else's address does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HUB, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
beforeAll(async () => {
  hub = await tryHub()
})
afterAll(() => hub.close())

const ask = (url: string, more = '') => hub.fetch(`/oembed?url=${encodeURIComponent(url)}${more}`)

describe('oEmbed', () => {
  it.each(['-5', '0', '0.5', 'NaN', '%20', '1e9'])(
    'keeps its own size where %s pixels are wished',
    async most => {
      const sized = await ask(`${HUB}/agency/so-noi-vu`, `&maxwidth=${most}&maxheight=${most}`)
      expect(await sized.json()).toMatchObject({ width: 250, height: 130 })
    },
  )

  it('makes a frame of the score out of an agency page’s address', async () => {
    const response = await ask(`${HUB}/agency/so-noi-vu?lang=en`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toEqual({
      version: '1.0',
      type: 'rich',
      provider_name: 'Nhịp Số',
      provider_url: `${HUB}/`,
      title: expect.stringMatching(/^Nhịp Số score of \w/),
      cache_age: 86_400,
      width: 250,
      height: 130,
      html: expect.stringMatching(
        /^<iframe src="http:\/\/hub\.test\/embed\/score\?agency=so-noi-vu&amp;lang=en" title="[^"]+" width="250" height="130" loading="lazy" style="border:0"><\/iframe>$/,
      ),
    })
  })

  it('makes one of the scoreboard, and of a frame itself', async () => {
    const told = async (url: string) => ((await (await ask(url)).json()) as { html: string }).html
    expect(await told(`${HUB}/?level=commune`)).toContain('/embed/board?level=commune"')
    expect(await told(`${HUB}/embed/trend?agency=so-noi-vu&theme=dark`)).toContain(
      '/embed/trend?agency=so-noi-vu&amp;theme=dark"',
    )
  })

  it('keeps to the size that the page has room for', async () => {
    const told = await ask(`${HUB}/`, '&maxwidth=320&maxheight=200')
    expect(await told.json()).toMatchObject({ width: 320, height: 200 })
  })

  it('makes a narrower frame higher', async () => {
    expect(await (await ask(`${HUB}/`, '&maxwidth=320')).json()).toMatchObject({ width: 320, height: 624 })
    expect(await (await ask(`${HUB}/`, '&maxwidth=900')).json()).toMatchObject({ width: 600, height: 480 })
  })

  it.each([
    'https://elsewhere.example/agency/so-noi-vu',
    `${HUB}.elsewhere.example/agency/so-noi-vu`,
    `${HUB}@elsewhere.example/agency/so-noi-vu`,
    `${HUB}/how`,
    'no address',
    '',
  ])('of %j is a 404', async url => {
    expect(await reason(await ask(url))).toMatchObject({ status: 404, why: 'not-found' })
  })

  it('of an unknown agency is a 404, and marks of HTML go nowhere', async () => {
    expect(await reason(await ask(`${HUB}/agency/nobody`))).toMatchObject({ why: 'agency-unknown' })
    const { html } = (await (await ask(`${HUB}/?block="><script>x</script>`)).json()) as { html: string }
    expect(html).not.toContain('<script>')
  })

  it('is given as JSON only', async () => {
    expect(await reason(await ask(`${HUB}/`, '&format=xml'))).toMatchObject({
      status: 501,
      why: 'format-unknown',
    })
    expect((await ask(`${HUB}/`, '&format=json')).status).toBe(200)
  })
})
