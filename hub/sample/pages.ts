// Stands where the real platforms stand: small pages under their names, on this machine only, labelled as samples.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Platform } from '../../shared/wire/campaign.ts'

/** A host that no catalogue names: nothing of it may ever be counted. */
export const OUTSIDE_HOST = 'ngoai-danh-muc.example'

/** The platforms that have a page: tracked ones of the province and of the nation, with a host of their own. */
export const withPage = (platforms: readonly Platform[]): readonly Platform[] =>
  platforms.filter(p => p.use === 'track' && p.scope !== 'other-province' && !p.host.startsWith('*.'))

/** Serves the list of links at `127.0.0.1`, and a page for each platform's host. */
export async function servePages(platforms: readonly Platform[], scoreboard: string): Promise<Server> {
  const shown = withPage(platforms)
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const path = new URL(request.url ?? '/', 'http://sample').pathname
    const html = host === '127.0.0.1' ? listPage(shown, scoreboard) : platformPage(shown, host, path)
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(html)
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  return server
}

/** The TCP port on which a server listens. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Where a platform's sample page is opened. */
const addressOf = ({ host, path = '/' }: Pick<Platform, 'host' | 'path'>): string => `http://${host}${path}`

function listPage(platforms: readonly Platform[], scoreboard: string): string {
  const link = (p: Platform) =>
    `<li><a href="${safe(addressOf(p))}" target="_blank">${safe(p.name.vi)}</a> <span lang="en">${safe(p.name.en)}</span></li>`
  return page(
    'Các nền tảng mẫu',
    `<p>Mở một trang, thao tác vài giây rồi xem biểu tượng Nhịp Số: thời gian hoạt động được ghi nhận.</p>
<p lang="en">Open a page, do something on it for a few seconds, then look at the Nhịp Số icon: active time is counted.</p>
<ul>${platforms.map(link).join('\n')}</ul>
<h2>Ngoài danh mục <span lang="en">Outside the catalogue</span></h2>
<p><a href="http://${OUTSIDE_HOST}/" target="_blank">Trang ngoài danh mục</a>: không ghi nhận gì. <span lang="en">Nothing of it is counted.</span></p>
<p><a href="${safe(scoreboard)}">Bảng xếp hạng <span lang="en">Scoreboard</span></a></p>`,
  )
}

function platformPage(platforms: readonly Platform[], host: string, path: string): string {
  const here = platforms.find(p => p.host === host && path.startsWith(p.path ?? '/'))
  const base = here?.path ?? ''
  const dossiers = [1, 2, 3]
    .map(n => `<li><a href="${safe(base)}/ho-so/${n}">Hồ sơ mẫu số ${n}</a></li>`)
    .join('')
  const counted = here
    ? 'Trang này thuộc danh mục nền tảng: thời gian hoạt động được ghi nhận. <span lang="en">This page is in the catalogue: active time is counted.</span>'
    : 'Trang này ngoài danh mục: không ghi nhận gì. <span lang="en">This page is outside the catalogue: nothing is counted.</span>'
  return page(
    here?.name.vi ?? 'Trang ngoài danh mục',
    `<p>${counted}</p>
<nav aria-label="Hồ sơ"><ul>${dossiers}</ul></nav>
<form action="${safe(base)}/tim-kiem"><label>Tìm kiếm hồ sơ <input name="q"></label> <button>Tìm</button></form>
<p><label>Ý kiến xử lý<br><textarea rows="4" cols="50"></textarea></label></p>`,
  )
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)} – trang mẫu</title><style>
:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem}
.sample{border:2px solid;padding:.5rem 1rem;font-weight:600}
span[lang=en],p[lang=en]{opacity:.8}
</style></head><body>
<p class="sample">TRANG MẪU: không phải hệ thống thật, không lưu gì. <span lang="en">Sample page: not the real system, keeps nothing.</span></p>
<main><h1>${safe(title)}</h1>
${body}</main></body></html>`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<>"]/g, sign => ESCAPES[sign] ?? sign)
