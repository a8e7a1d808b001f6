// The audit of dependencies, by the real npm against a registry of our own: found, found where it matters less, and unanswered.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

let registry: Server | null = null
let cache: string // npm keeps what it was told once
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'nhipso-npm-'))
})
afterEach(() => {
  rmSync(cache, { recursive: true, force: true })
  registry?.closeAllConnections()
  registry?.close()
  registry = null
})

type Advisories = Readonly<Record<string, string>>

/** A registry that knows these severities by package; null: it answers no audit. */
async function registryThatKnows(known: Advisories | null): Promise<string> {
  registry = createServer((request, response) => {
    if (known === null) return void response.writeHead(405).end()
    if (!request.url?.endsWith('/advisories/bulk')) return void response.writeHead(404).end('{}')
    const advisories = Object.entries(known).map(([name, severity]) => [
      name,
      [
        {
          id: 1,
          url: `https://advisories.example/${name}`,
          title: `a hole in ${name}`,
          severity,
          vulnerable_versions: '*',
          cwe: [],
          cvss: { score: 0, vectorString: null },
        },
      ],
    ])
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(Object.fromEntries(advisories)))
  })
  await new Promise<void>(done => registry?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
}

async function audit(url: string): Promise<{ code: number | null; said: string }> {
  const env = {
    ...process.env,
    npm_config_registry: url,
    npm_config_fetch_retries: '0',
    npm_config_cache: cache,
    npm_config_noproxy: '127.0.0.1',
    NO_PROXY: '127.0.0.1',
  }
  const child = spawn(process.execPath, ['test/audit.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      said += text
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

describe('the audit of dependencies', { timeout: 120_000 }, () => {
  it('passes where nothing is known', async () => {
    const { code, said } = await audit(await registryThatKnows({}))
    expect([code, said]).toEqual([0, expect.stringMatching(/^\d{3,} packages audited: 0 with a known/)])
  })

  it.each(['high', 'critical'])('fails at a %s vulnerability of what runs in production', async severity => {
    const { code, said } = await audit(await registryThatKnows({ papaparse: severity }))
    expect(code).toBe(1)
    expect(said).toContain(
      `FAULT: papaparse, ${severity}, runs in production: a hole in papaparse (https://advisories.example/papaparse)`,
    )
    expect(said).toMatch(/1 with a known vulnerability, 1 of them grave/)
  })

  it('warns of a milder one, and of whatever only builds and tests', async () => {
    const { code, said } = await audit(
      await registryThatKnows({ papaparse: 'moderate', 'github-buttons': 'critical' }),
    )
    expect(code).toBe(0)
    expect(said).toContain('warning: papaparse, moderate, runs in production')
    expect(said).toContain('warning: github-buttons, critical, builds and tests only')
    expect(said).toMatch(/2 with a known vulnerability, 0 of them grave/)
  })

  it.each([
    ['that answers no audit', null, '405 Method Not Allowed'],
    ['that is not there', 'http://127.0.0.1:1', 'ECONNREFUSED'],
  ])('says that it found nothing out, and why, at a registry %s', async (_, url, why) => {
    const { code, said } = await audit(url ?? (await registryThatKnows(null)))
    expect(code).toBe(0)
    expect(said).toMatch(/^warning: the dependencies were not audited: /)
    expect(said).toContain(why)
    expect(said).not.toContain('packages audited')
  })

  it('is part of what every change must pass', () => {
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toMatch(/npm ci\nnpm run --silent audit\nnpm test$/m)
    expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toContain('"audit": "node test/audit.ts"')
  })
})
