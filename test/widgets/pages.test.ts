import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/core/language.ts'
import { CMSES, type Page, type PageFrame, type RenderPage, type Trust } from '../../shared/wire/page.ts'
import {
  builderOf,
  bundleOf,
  cell,
  hidden,
  NOW,
  OFFICIAL,
  provinceOf,
  snapshotOf,
} from '../fixtures/snapshot.ts'
import { buildLive, buildPages } from './build.ts'

const bundle = bundleOf()
const frameOf = (lang: Language, over: Partial<PageFrame> = {}): PageFrame => ({
  hub: 'https://nhipso.example',
  lang,
  bundle,
  snapshot: provinceOf(bundle),
  now: NOW,
  minGroup: 10,
  keptDays: 120,
  ...over,
})

const PAGES: readonly Page[] = [
  { page: 'scoreboard', level: 'province', block: null },
  { page: 'scoreboard', level: 'commune', block: 'phuong' },
  { page: 'scoreboard', level: 'province', block: null, week: '2026-W46', search: 'so noi vu' },
  { page: 'agency', agency: 'so-noi-vu' },
  { page: 'agency', agency: 'khong-co' },
  { page: 'how' },
  { page: 'webmasters' },
  builderOf('so-y-te'),
  { page: 'embed', embed: 'score', agency: 'so-noi-vu', theme: 'dark' },
  { page: 'embed', embed: 'trend', agency: 'so-noi-vu', theme: 'auto' },
  { page: 'embed', embed: 'targets', agency: 'so-noi-vu', theme: 'auto' },
  { page: 'embed', embed: 'board', level: 'commune', block: null, theme: 'auto' },
  { page: 'embed', embed: 'ticker', level: 'province', block: null, theme: 'light' },
]

let render: RenderPage
let styles: readonly string[]
/** The built page without its style sheet: what is said. */
const said = (page: Page, frame: PageFrame): string => render(page, frame).replace(/<style>.*?<\/style>/s, '')
const board = (frame: PageFrame): string =>
  said({ page: 'scoreboard', level: 'province', block: null }, frame)

beforeAll(async () => {
  ;({ render, styles } = await buildPages())
})

describe.each(PAGES)('the page %j', page => {
  it.each(['vi', 'en'] as const)('is a whole document in its language: %s', lang => {
    const html = render(page, frameOf(lang))
    expect(html).toMatch(/^<!doctype html>\n<html /)
    expect(html).toContain(`lang="${lang}"`)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html).toMatch(/<style>[^<]{500,}<\/style>/)
    expect(html).toContain('<h1')
    expect(html.trimEnd().endsWith('</html>')).toBe(true)
  })

  it('says that sample figures are a sample, and says nothing of the kind about real ones', () => {
    const knowsNoFigure = page.page === 'embed' && 'agency' in page && page.agency !== 'so-noi-vu'
    if (!knowsNoFigure) expect(said(page, frameOf('vi'))).toContain('DỮ LIỆU MẪU')
    const real = bundleOf({ sample: false })
    const frame = frameOf('vi', { bundle: real, snapshot: provinceOf(real) })
    expect(said(page, frame)).not.toContain('DỮ LIỆU MẪU')
  })

  it('runs no script of its own and asks nobody but the hub', () => {
    const html = render(page, frameOf('vi'))
    const data = /<script id="bench" type="application\/json">[^<]*<\/script>/
    const scripts = [...html.replace(data, '').matchAll(/<script[^>]*>[^<]*<\/script>/g)].map(
      found => found[0],
    )
    for (const script of scripts)
      expect(script).toMatch(/^<script async src="\/(w\/1\/nhipso|page\/(builder|live))\.js"><\/script>$/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toMatch(/http-equiv/i)
    // What the policy lets in is the one style sheet; an attribute would stay without effect.
    expect(/\sstyle="/.exec(html)).toBeNull()
    const sheets = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(found => found[1] ?? '')
    expect(sheets).toHaveLength(1)
    expect(sheets.filter(sheet => !styles.includes(sheet))).toEqual([])
    const elsewhere = [...html.matchAll(/(?:href|src|action)="(https?:[^"]+)"/g)].map(found => found[1])
    expect(elsewhere.filter(url => !url?.startsWith('https://nhipso.example/'))).toEqual([])
  })
})

describe('every page but the frame', () => {
  it('says whose index it is not', () => {
    for (const page of PAGES.filter(one => one.page !== 'embed'))
      expect(said(page, frameOf('vi'))).toContain(
        'Chỉ số nội bộ của phong trào, không thay thế Bộ chỉ số 766, DTI hay PAR INDEX.',
      )
  })

  it('keeps the reader’s language in its links, and offers the other one', () => {
    for (const page of PAGES.filter(one => one.page !== 'embed')) {
      const html = said(page.page === 'builder' ? { ...page, speaks: 'en' } : page, frameOf('en'))
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"([^>]*)>/g)]
      expect(links.length).toBeGreaterThan(4)
      const losing = links.filter(
        ([, href, rest]) =>
          !href?.includes('lang=en') && !href?.startsWith('/w/') && !rest?.includes('hreflang'),
      )
      expect(losing.map(([tag]) => tag)).toEqual([])
      expect(html).toContain('hreflang="vi" lang="vi"')
    }
  })

  it('stays under the path of a hub that does not own its host', () => {
    const html = said(
      { page: 'agency', agency: 'so-noi-vu' },
      frameOf('vi', { hub: 'https://tinh.example/nhipso' }),
    )
    expect(html).toContain('href="/nhipso/how"')
    expect(html).toContain('src="/nhipso/badge/so-noi-vu.svg"')
    expect(html).toContain('content="https://tinh.example/nhipso/agency/so-noi-vu"')
  })
})

describe('the scoreboard', () => {
  it('lists the agencies of one level only, a table for each block', () => {
    const html = said({ page: 'scoreboard', level: 'commune', block: null }, frameOf('vi'))
    expect(html).not.toContain('Sở Nội vụ')
    expect([...html.matchAll(/<caption>([^<]+)/g)].map(found => found[1])).toEqual(['Khối xã', 'Khối phường'])
  })

  it('shows one block when asked', () => {
    const html = said({ page: 'scoreboard', level: 'commune', block: 'phuong' }, frameOf('vi'))
    expect(html.match(/<caption>/g)).toHaveLength(1)
    expect(html).not.toMatch(/>Xã /)
  })

  it.each(['so noi vu', 'SỞ NỘI', 'Noi  Vu', 'home affairs'])('finds Sở Nội vụ as “%s”', search => {
    const html = said({ page: 'scoreboard', level: 'province', block: null, search }, frameOf('vi'))
    expect([...html.matchAll(/<th class="agency"/g)]).toHaveLength(1)
    expect(html).toContain('>Sở Nội vụ</a>')
  })

  it('folds đ as well, and says so when nothing is found', () => {
    const find = (search: string) =>
      said({ page: 'scoreboard', level: 'commune', block: null, search }, frameOf('vi'))
    expect(find('duc')).toContain('Đức')
    expect(find('zzz')).toContain('có tên chứa “zzz”')
    expect(find('<b>')).not.toContain('<b>”')
  })

  it('tells a closed week as a final, offers the others, and keeps both in its links and its sheet', () => {
    const weeks = ['2026-W47', '2026-W46']
    const html = said(
      { page: 'scoreboard', level: 'province', block: null, week: '2026-W46', search: 'so' },
      frameOf('vi', { weeks }),
    )
    expect(html).toContain('Kết quả chốt Tuần 46/2026 (09/11–15/11)')
    expect(html).not.toContain('Cập nhật lúc')
    expect(html).toMatch(/<option (?=[^>]*value="2026-W46")(?=[^>]*selected)[^>]*>/)
    expect(html).toContain('href="/?level=commune&amp;week=2026-W46&amp;q=so"')
    expect(html).toContain('href="/scores.csv?level=province&amp;week=2026-W46"')
  })

  it('of another campaign than the usual one stays in it', () => {
    const frame = frameOf('vi', { usual: 'khac' })
    const html = board(frame)
    const inside = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(found => found[1] ?? '')
    expect(inside.filter(href => !href.includes('campaign=923-qd-ttg'))).toEqual([])
  })

  it('says what the grades mean', () => {
    expect(board(frameOf('vi')).replace(/<\/?(b|span)>/g, '')).toContain('Xếp loại: Tốt: từ 80 điểm · Khá')
  })

  it('is read by search engines and by chats: title, description, one address, a picture', () => {
    const html = board(frameOf('vi'))
    expect(html).toContain('<link rel="canonical" href="https://nhipso.example/"/>')
    expect(html).toContain('property="og:image" content="https://nhipso.example/og/board.png"')
    expect(html).toMatch(/<meta name="description" content="[^"]{40,}"/)
  })

  it('loads at most 40 kB, all in: one document and the script that follows releases', async () => {
    const script = gzipSync(await buildLive()).length
    for (const level of ['province', 'commune'] as const) {
      const html = render({ page: 'scoreboard', level, block: null }, frameOf('vi', { weeks: ['2026-W47'] }))
      expect(gzipSync(html).length + script).toBeLessThanOrEqual(40_000)
      expect(html.match(/<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="[^"]*/g)).toEqual([
        '<script async src="/page/live.js',
      ])
    }
  })

  it('says why a figure is hidden instead of the figure', () => {
    const html = board(
      frameOf('vi', {
        snapshot: snapshotOf([
          cell(),
          hidden('suppressed', { id: 'so-y-te', name: { vi: 'Sở Y tế', en: 'Health' } }),
        ]),
      }),
    )
    const row = /<tr class="suppressed">.*?<\/tr>/s.exec(html)?.[0] ?? ''
    expect(row).toContain('Sở Y tế')
    expect(row).toContain('Chưa đủ số liệu')
    expect(row.replace(/<svg.*?<\/svg>/gs, '')).not.toMatch(/\d,\d/)
  })

  it('orders by rank and puts the unranked below, by name', () => {
    const named = (id: string, vi: string, over = {}) => cell({ id, name: { vi, en: vi }, ...over })
    const html = board(
      frameOf('vi', {
        snapshot: snapshotOf([
          named('c', 'Ông', { state: 'provisional', rank: null, of: null, score: 990 }),
          named('d', 'Đất', { state: 'provisional', rank: null, of: null, score: 100 }),
          named('b', 'Hai', { rank: 2 }),
          named('a', 'Một', { rank: 1 }),
        ]),
      }),
    )
    const names = [...html.matchAll(/<a href="\/agency\/[a-z]">([^<]+)/g)].map(found => found[1])
    expect(names).toEqual(['Một', 'Hai', 'Đất', 'Ông'])
  })

  it('says since when it is stale', () => {
    const at = NOW - 3 * 86_400_000
    expect(board(frameOf('vi', { snapshot: snapshotOf([cell()], { at }) }))).toContain(
      'Chưa cập nhật từ 20:01 ngày 20/11/2026',
    )
  })
})

describe('the agency’s page', () => {
  it('tells WordPress and Moodle where its frame is', () => {
    expect(said({ page: 'agency', agency: 'so-noi-vu' }, frameOf('vi'))).toContain(
      '<link rel="alternate" type="application/json+oembed" title="Điểm của Sở Nội vụ" href="https://nhipso.example/oembed?url=https%3A%2F%2Fnhipso.example%2Fagency%2Fso-noi-vu"/>',
    )
  })

  const agency: Page = { page: 'agency', agency: 'so-noi-vu' }
  it('of another campaign shows that campaign’s score live, too', () => {
    const page: Page = { page: 'agency', agency: 'so-noi-vu' }
    expect(said(page, frameOf('vi', { usual: 'khac' }))).toMatch(
      /<nhipso-score agency="so-noi-vu" campaign="923-qd-ttg" lang="vi"><a [^>]*><img src="[^"]*campaign=923-qd-ttg"/,
    )
    expect(said(page, frameOf('vi'))).not.toContain('campaign="')
  })

  it('shows the live element over its image', () => {
    expect(said(agency, frameOf('vi'))).toMatch(
      /<nhipso-score agency="so-noi-vu" lang="vi"><a href="[^"]+"><img src="\/badge\/so-noi-vu\.svg" width="240" height="96" alt="[^"\d]+"/,
    )
  })

  it('tells the weeks as a line, as a sentence and as a table, with the gap of an unreleased week', () => {
    const html = said(agency, frameOf('vi', { snapshot: snapshotOf([cell()]) }))
    expect(html).toContain('aria-label="12 tuần: từ 71,2 đến 86,2 điểm"')
    const [, path] = /<path d="([^"]+)" fill="none"/.exec(html) ?? []
    expect(path?.match(/M/g)).toHaveLength(2)
    expect(html.match(/<th scope="row">Tuần/g)).toHaveLength(12)
  })

  it('does not break on names with marks of HTML in them', () => {
    const name = { vi: 'Sở <b>"A&B"</b>', en: 'x' }
    const html = said(agency, frameOf('vi', { snapshot: snapshotOf([cell({ name })]) }))
    expect(html).not.toContain('<b>')
    expect(html).toContain('Sở &lt;b')
  })
})

const SCRIPTS = [
  { version: '0.2.0', integrity: 'sha384-new', since: NOW },
  { version: '0.1.0', integrity: 'sha384-old', since: NOW - 9 * 86_400_000 },
]

describe('the three levels of trust', () => {
  const codeOf = (trust: Trust): string =>
    said(builderOf('so-y-te', { trust, cms: 'html' }), frameOf('vi', { scripts: SCRIPTS })).replaceAll(
      '&quot;',
      '"',
    )

  it('rolling names no version', () => {
    expect(codeOf('rolling')).toContain(
      '&lt;script async crossorigin src="https://nhipso.example/w/1/nhipso.js">',
    )
  })
  it('pinned names the newest version and its hash', () => {
    expect(codeOf('pinned')).toContain(
      'src="https://nhipso.example/w/0.2.0/nhipso.js" integrity="sha384-new">',
    )
  })
  it('a copy of one’s own brings everything through the site’s own address', () => {
    const code = codeOf('own')
    expect(code).toContain('&lt;script async src="/nhipso/w/0.2.0/nhipso.js">')
    expect(code).toContain('&lt;a href="/nhipso/agency/so-y-te">&lt;img src="/nhipso/badge/so-y-te.svg"')
    expect(code).toContain('href="/w/nhipso-0.2.0.zip"')
  })
  it('before anything is published, the rolling script stands in', () => {
    expect(said(builderOf('so-y-te', { trust: 'pinned', cms: 'html' }), frameOf('vi'))).toContain(
      '/w/1/nhipso.js',
    )
  })
})

describe('the webmasters’ page', () => {
  const sites = [
    { host: 'sonoivu.tayninh.gov.vn', kind: 'element', version: '0.1.0', lastDay: '2026-11-22' },
    { host: 'soyte.tayninh.gov.vn', kind: 'image', version: 'png', lastDay: '2026-11-23' },
    { host: 'syt.tayninh.gov.vn', kind: 'element', version: '1', lastDay: '2026-11-23' },
  ] as const
  const html = () => said({ page: 'webmasters' }, frameOf('vi', { scripts: SCRIPTS, sites }))

  it('lists the published versions with their hashes and zips', () => {
    expect(html()).toContain('sha384-old')
    expect(html()).toContain('href="/w/nhipso-0.1.0.zip"')
    expect(html()).toContain('14/11/2026')
  })
  it('says which site shows which version, when it was seen last, and whether a newer one is out', () => {
    expect(html()).toMatch(/sonoivu\.tayninh\.gov\.vn.*0\.1\.0 \(có phiên bản mới hơn\).*22\/11\/2026/)
    expect(html()).toMatch(/soyte\.tayninh\.gov\.vn.*Hình ảnh \(png\)/)
    expect(html()).toMatch(/syt\.tayninh\.gov\.vn.*luôn mới nhất/)
  })
})

describe('official results', () => {
  const official = [...OFFICIAL]
  it.each([
    { page: 'agency', agency: 'so-noi-vu' },
    { page: 'embed', embed: 'targets', agency: 'so-noi-vu', theme: 'auto' },
  ] as const)('stand on %j with unit, period, source, day and the status of what they cite', page => {
    const html = said(page, frameOf('vi', { official }))
    expect(html).toMatch(/98,53%.*Báo cáo 12\/BC theo 45\/2020\/NĐ-CP, 05\/10\/2026/)
    expect(html).toContain('45/2020/NĐ-CP: Đã được thay thế bởi 1/2026/NĐ-CP')
    expect(html).toMatch(/71,5.*Báo cáo 3\/BC, 31\/01\/2026/)
    expect(said(page, frameOf('en', { official }))).toContain('98.53%')
    expect(said(page, frameOf('vi'))).toMatch(/Chưa có kết quả chính thức/)
  })
})

describe('how the score is counted', () => {
  it('tells the campaign’s own weights and an example that the real code counted', () => {
    const html = said({ page: 'how' }, frameOf('vi')).replaceAll('\u00a0', ' ')
    for (const weight of ['35%', '20%', '10%']) expect(html).toContain(`>${weight}<`)
    expect(html).toContain('từ 3 phút hoạt động')
    expect(html).toMatch(/Tổng điểm của người đó<\/th><td class="number">70,0</)
    expect(html).toContain('điểm của đơn vị là 63,8')
  })

  it('tells the hub’s own minimum group and how long it keeps day totals', () => {
    const html = said({ page: 'how' }, frameOf('vi', { minGroup: 25, keptDays: 60 }))
    expect(html).toContain('nhóm có từ 25 người trở lên')
    expect(html).toContain('theo ngày trong 60 ngày')
    expect(said({ page: 'how' }, frameOf('en', { minGroup: 25 }))).toContain('groups of at least 25 people')
  })

  it('follows other weights', () => {
    const { campaign } = bundle
    const weights = { weekly: 10_000, regular: 0, breadth: 0, enough: 0 }
    const other = bundleOf({ campaign: { ...campaign, score: { ...campaign.score, weights } } })
    expect(said({ page: 'how' }, frameOf('vi', { bundle: other }))).toMatch(
      /Tổng điểm của người đó<\/th><td class="number">75,0</,
    )
  })

  it('tells the status of each document it cites, and the day as documents write it', () => {
    const html = said({ page: 'how' }, frameOf('vi', { bundle: bundleOf({}, '870-kh-ubnd') }))
    expect(html).toContain('Được thay thế một phần bởi Nghị định 194/2025/NĐ-CP từ ngày 19/8/2025')
    expect(html).toContain('>07/3/2019<')
  })
})

/** The codes that a builder's page offers, as they are copied. */
const snippetsOf = (html: string): string[] =>
  [...html.matchAll(/<textarea[^>]*>([^<]*)</g)].map(found =>
    (found[1] ?? '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )

describe('the builder', () => {
  it('gives three snippets for the chosen agency, with the hub’s public address', () => {
    const [image, , element, frame, , , policy] = snippetsOf(
      said(builderOf('so-y-te', { cms: 'html' }), frameOf('vi')),
    )
    expect(image).toBe(
      '<a href="https://nhipso.example/agency/so-y-te"><img src="https://nhipso.example/badge/so-y-te.svg" width="240" height="96" alt="Điểm Nhịp Số của Sở Y tế"></a>',
    )
    expect(element).toContain(`<nhipso-score agency="so-y-te" lang="vi">${image}</nhipso-score>`)
    expect(element).toContain(
      '<script async crossorigin src="https://nhipso.example/w/1/nhipso.js"></script>',
    )
    expect(frame).toContain('src="https://nhipso.example/embed/score?agency=so-y-te"')
    expect(policy).toContain('connect-src https://nhipso.example;')
  })

  it('writes no # into an address and joins queries so that pasted HTML holds', () => {
    const [image, , , frame] = snippetsOf(
      said(builderOf('so-y-te', { cms: 'html', speaks: 'en' }), frameOf('en')),
    )
    expect(`${image}${frame}`).not.toContain('#')
    expect(frame).toContain('agency=so-y-te&amp;lang=en')
  })

  it('marks the chosen agency, and takes the first where it is unknown', () => {
    expect(said(builderOf('so-y-te'), frameOf('vi'))).toMatch(
      /<option selected value="so-y-te"|<option value="so-y-te" selected/,
    )
    expect(snippetsOf(said(builderOf('x'), frameOf('vi')))[0]).toContain('/agency/so-noi-vu')
  })
})

describe('the builder, further', () => {
  it.each(CMSES)('tells in both languages what to click in %s', cms => {
    const [vi, en] = (['vi', 'en'] as const).map(lang => said(builderOf('so-y-te', { cms }), frameOf(lang)))
    expect(vi).toMatch(/<ol><li>[^<]{20,}/)
    expect(en).toMatch(/<ol><li>[^<]{20,}/)
    expect(vi).not.toBe(en)
  })

  it('tells NukeViet’s administrator the very domain for the list', () => {
    expect(said(builderOf('so-y-te'), frameOf('vi'))).toContain('thêm đúng tên miền nhipso.example')
  })

  it('answers to a pasted policy, and keeps what was chosen', () => {
    const html = said(
      builderOf('so-y-te', { policy: `default-src 'self'; x "><script>`, cms: 'dnn' }),
      frameOf('en'),
    )
    expect(html).toContain('connect-src &#39;self&#39; https://nhipso.example;'.replaceAll('&#39;', "'"))
    expect(html).toContain('<input type="hidden" name="cms" value="dnn"/>')
    expect(html).not.toContain('"><script>')
  })

  it('offers a PNG, an oEmbed address and three sizes, and names the block of a ranking', () => {
    const codes = (over: Parameters<typeof builderOf>[1]) =>
      said(builderOf('so-y-te', { cms: 'html', ...over }), frameOf('vi'))
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    expect(codes({})).toContain('/badge/so-y-te.png?scale=2" width="240" height="96"')
    expect(codes({})).toMatch(/id="oembed-code"[^>]*>https:\/\/nhipso\.example\/agency\/so-y-te</)
    expect(codes({ size: 'small' })).toContain('/badge/so-y-te.svg?style=flat" width="260" height="24"')
    expect(codes({ size: 'large' })).toContain('/badge/so-y-te.svg" width="360" height="144"')
    expect(codes({ size: 'large', show: 'trend' })).toContain('width="800" height="260"')
    const board = codes({ show: 'board' })
    expect(board).toContain('>Bảng xếp hạng Nhịp Số: Khối sở, ban, ngành&lt;/a>')
    expect(board).toMatch(
      /id="oembed-code"[^>]*>https:\/\/nhipso\.example\/\?level=province&block=so-ban-nganh</,
    )
  })

  it('writes the chosen language, ranking and campaign into every snippet', () => {
    const codes = (over: Parameters<typeof builderOf>[1]) =>
      snippetsOf(said(builderOf('so-y-te', { cms: 'html', ...over }), frameOf('vi')))
    const [image, png, element, frame, , oembed] = codes({ speaks: 'en', campaign: '870-kh-ubnd' })
    for (const code of [image, png, frame, oembed])
      expect(code).toMatch(/(\?|&(?:amp;)?)campaign=870-kh-ubnd/)
    expect(element).toContain('campaign="870-kh-ubnd" lang="en"')
    expect(image).toContain('alt="Nhịp Số score of')
    const level = codes({ show: 'board', ranking: 'commune' })
    expect(level[2]).toContain('<nhipso-board level="commune" lang="vi">')
    expect(level[2]).toContain('>Bảng xếp hạng Nhịp Số: Xã, phường</a>')
    expect(level[3]).toContain('/embed/board?level=commune"')
    expect(codes({ show: 'ticker', ranking: 'xa' })[2]).toContain('<nhipso-ticker level="commune" block="xa"')
    expect(codes({})[0]).not.toContain('campaign=')
  })

  it('offers for NukeViet only what NukeViet lets through, and oEmbed where somebody asks for it', () => {
    const ids = (cms: (typeof CMSES)[number]) =>
      [...said(builderOf('so-y-te', { cms }), frameOf('vi')).matchAll(/id="(\w+)-code"/g)].map(
        found => found[1],
      )
    expect(ids('nukeviet')).toEqual(['image', 'png', 'frame', 'policy'])
    expect(ids('wordpress')).toEqual(['image', 'png', 'element', 'frame', 'height', 'oembed', 'policy'])
    expect(ids('sharepoint')).toEqual(['image', 'png', 'element', 'frame', 'height', 'policy'])
  })

  it('a name that looks like a tag ends no script of the page', () => {
    const evil = bundleOf({
      agencies: bundle.agencies.map(one => ({ ...one, name: { vi: '</script><b>', en: 'x' } })),
    })
    expect(said(builderOf('so-y-te'), frameOf('vi', { bundle: evil }))).not.toContain('</script><b>')
  })

  it('writes the snippets of a block’s ranking, in the theme that was chosen', () => {
    const html = said(
      builderOf('so-y-te', { show: 'board', theme: 'dark', cms: 'html' }),
      frameOf('vi'),
    ).replaceAll('&quot;', '"')
    expect(html).toContain('&lt;nhipso-board level="province" block="so-ban-nganh" lang="vi" theme="dark">')
    expect(html).toContain('/embed/board?level=province&amp;amp;block=so-ban-nganh&amp;amp;theme=dark"')
    expect(html).toContain('badge/so-y-te.svg?theme=dark"')
  })
})

describe('a frame', () => {
  it.each(PAGES.filter(page => page.page === 'embed'))('%j weighs at most 3 kB, compressed', page => {
    expect(gzipSync(render(page, frameOf('vi'))).length).toBeLessThanOrEqual(3000)
  })
  it('of a ranking never mixes blocks', () => {
    const page: Page = { page: 'embed', embed: 'board', level: 'commune', block: null, theme: 'auto' }
    const html = said(page, frameOf('vi'))
    expect([...html.matchAll(/<caption>([^<]+)/g)].map(found => found[1])).toEqual(['Khối xã', 'Khối phường'])
    expect(html.match(/<tr>/g)).toHaveLength(2 + 20)
    expect(said({ ...page, block: 'phuong' }, frameOf('vi')).match(/<tr>/g)).toHaveLength(11)
  })
  it('of an agency without a released week says so', () => {
    const snapshot = snapshotOf([hidden('suppressed')])
    const html = said(
      { page: 'embed', embed: 'trend', agency: 'so-noi-vu', theme: 'auto' },
      frameOf('vi', { snapshot }),
    )
    expect(html).toContain('Chưa đủ số liệu')
    expect(html).not.toMatch(/\d,\d/)
  })
})

describe('the frame of one score', () => {
  const page: Page = { page: 'embed', embed: 'score', agency: 'so-noi-vu', theme: 'dark' }
  it('wears the asked theme and leads out of the frame', () => {
    const html = said(page, frameOf('vi'))
    expect(html).toContain('data-theme="dark"')
    expect(html).toContain('target="_top"')
    expect(said({ ...page, theme: 'auto' }, frameOf('vi'))).not.toContain('data-theme')
  })
  it('says that it does not know an agency', () =>
    expect(said({ ...page, agency: 'x' }, frameOf('vi'))).toContain('Không tìm thấy cơ quan'))
})

describe('what happened to an agency', () => {
  const page: Page = { page: 'agency', agency: 'so-noi-vu' }
  const of = (over: Parameters<typeof cell>[0], lang: Language = 'vi') =>
    said(page, frameOf(lang, { snapshot: snapshotOf([cell(over)]) }))
  const relative = { id: 'xa-cu', name: { vi: 'Xã Cũ', en: 'Old Commune' }, day: '2026-07-01' }

  it('is not told where nothing happened', () => expect(of({})).not.toContain('lineage'))

  it('names whom it came from, and leads there', () => {
    const html = of({ predecessors: [relative] })
    expect(html).toMatch(/<a href="\/agency\/xa-cu">Xã Cũ<\/a> \(từ ngày 01\/07\/2026\)/)
  })

  it('says that it has ended, and who carries on, in both languages', () => {
    const html = of({ ended: '2026-06-30', successors: [relative] }, 'en')
    expect(html).toContain('ended on 30/06/2026')
    expect(html).toMatch(/<a href="\/agency\/xa-cu\?lang=en">Old Commune<\/a>/)
  })

  it('promises no new score of what has ended, and names who carries on beside the last one', () => {
    const now = (over: Parameters<typeof cell>[0]): string =>
      /<section aria-label="Hiện nay">.*?<\/section>/s.exec(of(over))?.[0] ?? ''
    expect(now({})).toContain('Điểm tự cập nhật')
    const ended = now({ ended: '2026-06-30', successors: [relative] })
    expect(ended).not.toContain('Điểm tự cập nhật')
    expect(ended).toContain('live="off"')
    expect(ended).toMatch(/Đã kết thúc hoạt động ngày 30\/06\/2026.*<a href="\/agency\/xa-cu">Xã Cũ<\/a>/)
    expect(of({ ended: '2026-06-30' })).not.toContain('/page/live.js')
  })

  it('promises no new score where the campaign is over', () => {
    const snapshot = snapshotOf([cell({})], { final: true })
    expect(said(page, frameOf('vi', { snapshot }))).not.toMatch(/Điểm tự cập nhật|page\/live\.js/)
  })

  it('tells why a final was corrected, beside it', () => {
    const html = of({ trend: [{ week: '2026-W45', score: 700, corrected: 'Biên chế ghi sai' }] })
    expect(html).toMatch(/<li>Tuần 45\/2026 [^<]*: Đã đính chính: Biên chế ghi sai<\/li>.*<details>/s)
  })

  it('tells in the frame of its trend, too, why a final was corrected', () => {
    const trend = [{ week: '2026-W45', score: 700, corrected: 'Biên chế ghi sai' }]
    const frame = { page: 'embed', embed: 'trend', agency: 'so-noi-vu', theme: 'auto' } as const
    const html = said(frame, frameOf('vi', { snapshot: snapshotOf([cell({ trend })]) }))
    expect(html).toMatch(/<li>Tuần 45\/2026 [^<]*: Đã đính chính: Biên chế ghi sai<\/li>.*<details>/s)
  })

  it('tells why its only final was taken back', () => {
    const html = of({
      state: 'suppressed',
      score: null,
      trend: [{ week: '2026-W45', score: null, corrected: 'Số liệu sai' }],
    })
    expect(html).toContain('Đã đính chính: Số liệu sai')
  })

  it('leads to the final table where it was decided', () => {
    expect(board(frameOf('vi'))).not.toContain('final.csv')
    expect(board(frameOf('vi', { decided: true }))).toMatch(
      /href="\/api\/v1\/campaigns\/[^/]+\/final\.csv" download/,
    )
  })
})
