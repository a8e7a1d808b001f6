// Who is measured: ours in its three forms, and what webmasters paste otherwise.
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBadge } from 'badge-maker'
import { build } from 'vite'
import { badgeSvg } from '../../hub/render/badge-svg.ts'
import { elementSnippet, frameSnippet, imageSnippet } from '../../widgets/pages/snippets.ts'
import { bundleOf, cell, snapshotOf } from '../fixtures/snapshot.ts'
import { buildRender, buildScript } from '../widgets/build.ts'
import type { Served } from './slow-network.ts'

export interface Contestant {
  readonly name: string
  /** What stands in the host page, given the address of the slow line. */
  readonly snippet: (hub: string) => string
  /** Is a number there? An expression. */
  readonly first: string
  /** Is it there from live data? The same, where it is never an image first. */
  readonly live: string
}

const AGENCY = 'so-noi-vu'
const wishAt = (hub: string) =>
  ({ hub, agency: AGENCY, lang: 'vi', alt: 'Điểm Nhịp Số của Sở Nội vụ' }) as const
const IMAGE = "(i => !!i && i.complete && i.naturalWidth > 0)(document.querySelector('img'))"
const ELEMENT = "!!document.querySelector('nhipso-score')?.shadowRoot?.querySelector('.score')?.textContent"
const FRAME = 'window.framed === true'
const TWIN = "!!document.querySelector('twin-score')?.shadowRoot?.querySelector('.score')"
const BUTTON = "(document.querySelector('#place > span')?.offsetWidth ?? 0) > 0"

/** Shows nothing: what a page pays for a script alone. */
export const UMAMI = 'tracker (umami)'

export const CONTESTANTS: readonly Contestant[] = [
  { name: 'no widget', snippet: () => '', first: 'true', live: 'true' },
  { name: 'image (ours)', snippet: hub => imageSnippet(wishAt(hub)), first: IMAGE, live: IMAGE },
  {
    name: 'element (ours)',
    snippet: hub => elementSnippet(wishAt(hub)),
    first: `${IMAGE} || ${ELEMENT}`,
    live: ELEMENT,
  },
  {
    name: 'frame (ours)',
    snippet: hub => frameSnippet(wishAt(hub)).replace('<iframe ', '<iframe onload="window.framed = true" '),
    first: FRAME,
    live: FRAME,
  },
  {
    name: 'github-buttons, count',
    snippet: hub =>
      `<a class="github-button" href="https://github.com/ntkme/github-buttons" data-show-count="true">Star</a><script async defer src="${hub}/buttons.js"></script>`,
    first: BUTTON,
    live: BUTTON,
  },
  { name: 'shields image', snippet: hub => `<img src="${hub}/shields.svg">`, first: IMAGE, live: IMAGE },
  {
    name: 'Lit twin',
    snippet: hub =>
      `<twin-score agency="${AGENCY}"></twin-score><script type="module" src="${hub}/lit.js"></script>`,
    first: TWIN,
    live: TWIN,
  },
  {
    name: UMAMI,
    snippet: hub =>
      `<script defer src="${hub}/script.js" data-website-id="6f1a2b3c-0000-4000-8000-000000000000"></script>`,
    first: 'true',
    live: 'true',
  },
  {
    name: 'tracker (Plausible)',
    snippet: hub => `<script type="module" src="${hub}/tracker.js"></script>`,
    first: 'true',
    live: 'true',
  },
]

async function bundled(name: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'nhipso-bench-'))
  const entry = join(import.meta.dirname, 'contestants', `${name}.ts`)
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, lib: { entry, formats: ['es'], fileName: () => `${name}.js` }, minify: true },
  })
  return readFileSync(join(outDir, `${name}.js`), 'utf8')
}

/** Everything that the slow line gives; github-buttons asks it instead of GitHub. */
export async function answersAt(
  hub: () => string,
  umami: string | null,
): Promise<(path: string) => Served | null> {
  const require = createRequire(import.meta.url)
  const one = cell({ id: AGENCY, at: Date.now() })
  const snapshot = snapshotOf([one], { at: Date.now() })
  const [script, render, lit, tracker] = [
    await buildScript(),
    await buildRender(),
    await bundled('lit'),
    await bundled('tracker'),
  ]
  const buttons = readFileSync(
    join(require.resolve('github-buttons/package.json'), '../dist/buttons.min.js'),
    'utf8',
  )
  const js = (body: string): Served => ({ type: 'text/javascript', body })
  const svg = (body: string): Served => ({ type: 'image/svg+xml', body })
  const frame = () => ({
    ...({ hub: hub(), lang: 'vi', bundle: bundleOf(), snapshot, now: Date.now() } as const),
    ...{ minGroup: 10, keptDays: 120 },
  })
  const files: Readonly<Record<string, () => Served>> = {
    '/w/1/nhipso.js': () => js(script),
    [`/api/v1/scores/${AGENCY}`]: () => ({ type: 'application/json', body: JSON.stringify(snapshot) }),
    [`/badge/${AGENCY}.svg`]: () =>
      svg(badgeSvg(one, snapshot, { lang: 'vi', theme: 'light', style: 'card' })),
    '/embed/score': () => ({
      type: 'text/html; charset=utf-8',
      body: render({ page: 'embed', embed: 'score', agency: AGENCY, theme: 'auto' }, frame()),
    }),
    '/buttons.js': () => js(buttons.replace(/"https:\/\/api\."\+\w/, JSON.stringify(hub()))),
    '/repos/ntkme/github-buttons': () => ({ type: 'application/json', body: '{"stargazers_count":1234}' }),
    '/shields.svg': () => svg(makeBadge({ label: 'Nhịp Số', message: '87,4' })),
    '/lit.js': () => js(lit),
    '/script.js': () => js(umami ?? ''),
    '/api/send': () => ({ type: 'application/json', body: '{}' }),
    '/event': () => ({ type: 'text/plain', body: 'ok' }),
    '/tracker.js': () => js(tracker),
  }
  return path => files[path]?.() ?? null
}
