// A throw-away PostgreSQL for the tests of both stores: Debian's, in a temporary folder, as its own user, gone afterwards.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { initdbPath } from './browsers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster's address; a test makes its own schema in it. */
    postgres: string
  }
}

const READY_TRIES = 100
const READY_PAUSE_MS = 100

/** A running cluster. */
export interface Cluster {
  readonly url: string
  /** Ends every connection and the server, as an operator's restart does, and starts it again. */
  readonly restart: () => Promise<void>
  readonly end: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** PostgreSQL refuses root: where the tests run as root it gets its own user. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export async function startCluster(): Promise<Cluster> {
  const initdb = initdbPath()
  if (!initdb) throw new Error('PostgreSQL is missing: install it with "apt-get install postgresql"')
  const who = owner()
  const dir = mkdtempSync(join(tmpdir(), 'nhipso-postgres-'))
  if (who.uid !== undefined) chownSync(dir, who.uid, who.gid ?? who.uid)
  const data = join(dir, 'data')
  const password = randomBytes(12).toString('hex')
  // A Vietnamese order of letters: what relies on the order of bytes fails here.
  const locale = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=vi']
  const made = { cwd: dir, ...who, stdio: ['ignore', 'ignore', 'inherit'] as const }
  execFileSync(initdb, ['-D', data, '-U', 'nhipso', '-A', 'trust', '-E', 'UTF8', ...locale], {
    ...made,
    stdio: [...made.stdio],
  })
  const port = await freePort()
  const url = `postgres://nhipso:${password}@127.0.0.1:${port}/postgres`
  const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', dir, '-c', 'max_connections=200']
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(join(initdb, '../postgres'), flags, { cwd: dir, ...who, stdio: 'ignore' })
    await ready(url)
    return server
  }
  let server = await start()
  const end = async () => {
    const ended = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGINT') // fast: connections are ended, what is committed is written
    await ended
  }
  return {
    url,
    restart: async () => {
      await end()
      server = await start()
    },
    end,
    start: async () => {
      server = await start()
    },
    stop: async () => {
      await end()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function ready(url: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const client = new Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (tried >= READY_TRIES) throw error
      await setTimeout(READY_PAUSE_MS)
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })

/** An empty place of its own in the cluster, and how it goes away again. */
export async function newPlace(cluster: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `place_${randomBytes(6).toString('hex')}`
  await ask(cluster, `create schema ${name}`)
  const url = `${cluster}?options=${encodeURIComponent(`-c search_path=${name}`)}`
  return { url, drop: () => ask(cluster, `drop schema if exists ${name} cascade`) }
}

async function ask(url: string, text: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  await client.query(text)
  await client.end()
}

/** Vitest's global set-up. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  project.provide('postgres', cluster.url)
  return cluster.stop
}
