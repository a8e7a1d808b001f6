// What the builder offers for NukeViet, after NukeViet has been through it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badgeSvg } from '../../hub/badge.ts'
import { elementSnippet, frameSnippet, imageSnippet } from '../../widgets/pages/snippets.ts'
import { cell, snapshotOf } from '../fixtures/snapshot.ts'
import { html, openStand, type Stand } from '../fixtures/stand.ts'
import { wishAt } from './hosts.ts'
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

describe.each(READERS)('on a NukeViet page in $name', ({ there, start }) => {
  let reader: Reader
  let hub: Stand
  beforeAll(async () => {
    const svg = badgeSvg(cell(), snapshotOf([cell()]), { lang: 'vi', theme: 'light', style: 'card' })
    hub = await openStand(path =>
      path === '/'
        ? html(
            `<!doctype html><title>NukeViet</title>${nukeVietFilter(imageSnippet(wishAt(hub.url)), SHIPPED)}`,
          )
        : { type: 'image/svg+xml', body: svg },
    )
    if (there) reader = await start()
  })
  afterAll(async () => {
    await reader?.close()
    await hub?.close()
  })

  it.skipIf(!there)('the number is there', async () => {
    const sheet = await reader.open(hub.url, true)
    const seen = "(i => i.naturalWidth + ' ' + i.width + 'x' + i.height)(document.querySelector('a > img'))"
    await expect.poll(() => sheet.ask(seen)).toBe('240 240x96')
    await sheet.close()
  })
})
