// The shipped nginx.conf in a real nginx: only its ports, its folders and its certificate are this machine's.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request as ask } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { nginxPath } from '../browsers.ts'
import { root } from '../rules/tree.ts'
import { freePort } from './hub-process.ts'

/** The name that the shipped configuration serves. */
export const NAME = 'nhipso.tayninh.gov.vn'

export interface Nginx {
  /** Where it redirects to TLS. */
  readonly plainPort: number
  readonly port: number
  /** What vouches for it. */
  readonly ca: string
  /** A request for `NAME` over TLS, checked against the certificate; by another address of this machine if wished. */
  readonly fetch: (request: Request, address?: string) => Promise<Response>
  readonly stop: () => Promise<void>
}

export async function startNginx(hubPort: number): Promise<Nginx> {
  const nginx = nginxPath()
  if (!nginx) throw new Error('nginx is missing: install it with "apt-get install nginx-light"')
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-nginx-'))
  chmodSync(folder, 0o755) // its workers are another user where it runs as root
  certify(folder)
  const [plainPort, port] = [await freePort(), await freePort()]
  writeFileSync(join(folder, 'site.conf'), here(folder, { plainPort, port, hubPort }))
  writeFileSync(join(folder, 'nginx.conf'), around(folder))
  for (const name of ['body', 'proxy', 'other']) mkdirSync(join(folder, name))
  const args = ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;']
  execFileSync(nginx, [...args, '-t'], { stdio: 'pipe' }) // what an administrator does first
  const child = spawn(nginx, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  await listens(child, plainPort)
  const ca = readFileSync(join(folder, 'fullchain.pem'), 'utf8')
  return {
    plainPort,
    port,
    ca,
    fetch: (request, address = '127.0.0.1') => through(request, { address, port, ca }),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function certify(folder: string): void {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`]
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')]
  execFileSync('openssl', ['req', ...kind, ...names, ...files], { stdio: 'ignore' })
}

/** The shipped file, moved to this machine's ports and folders; a line that was not found fails the test. */
function here(folder: string, ports: { plainPort: number; port: number; hubPort: number }): string {
  const moves: readonly (readonly [string, string])[] = [
    ['server 127.0.0.1:8787;', `server 127.0.0.1:${ports.hubPort};`],
    ['listen 80;', `listen ${ports.plainPort};`],
    ['listen 443 ssl', `listen ${ports.port} ssl`],
    // A machine without IPv6 could not start with these.
    ['listen [::]:80;', ''],
    ['listen [::]:443 ssl http2;', ''],
    ['/etc/ssl/nhipso/fullchain.pem', join(folder, 'fullchain.pem')],
    ['/etc/ssl/nhipso/privkey.pem', join(folder, 'privkey.pem')],
    ['/var/cache/nhipso', join(folder, 'cache')],
  ]
  let text = readFileSync(join(root, 'docs/operate/nginx.conf'), 'utf8')
  for (const [shipped, mine] of moves) {
    if (text.split(shipped).length !== 2) throw new Error(`nginx.conf does not say "${shipped}" once`)
    text = text.replace(shipped, mine)
  }
  return text
}

/** What Debian's own nginx.conf gives around a site. */
const around = (folder: string): string => `
pid ${join(folder, 'pid')};
events { worker_connections 256; }
http {
    types { }
    client_body_temp_path ${join(folder, 'body')};
    proxy_temp_path ${join(folder, 'proxy')};
    fastcgi_temp_path ${join(folder, 'other')};
    uwsgi_temp_path ${join(folder, 'other')};
    scgi_temp_path ${join(folder, 'other')};
    include ${join(folder, 'site.conf')};
}
`

async function listens(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).catch(() => null)
    if (answer) return
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error('nginx does not listen')
}

interface Way {
  readonly address: string
  readonly port: number
  readonly ca: string
}

async function through(request: Request, { address, port, ca }: Way): Promise<Response> {
  const url = new URL(request.url)
  const body = Buffer.from(await request.arrayBuffer())
  const headers = { host: url.host, 'content-length': body.length, ...Object.fromEntries(request.headers) }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    ask(
      {
        host: address,
        port,
        ca,
        servername: NAME,
        method: request.method,
        path: url.pathname + url.search,
        headers,
      },
      resolve,
    )
      .on('error', reject)
      .end(body)
  })
  const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
  const status = answer.statusCode ?? 0
  const empty = status === 204 || status === 304
  return new Response(empty ? null : (Readable.toWeb(answer) as ReadableStream), { status, headers: told })
}
