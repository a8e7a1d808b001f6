// The hub as a process: clock, dice, database, log, listen. Everything below is handed these.

import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { fail, ok, type Result } from '../shared/core/result.ts'
import type { BuiltPages } from '../shared/wire/page.ts'
import { createHub, type Hub, type HubParts } from './app.ts'
import { type Campaigns, loadCampaigns } from './campaigns.ts'
import type { ServeConfig } from './config.ts'
import { createLogger } from './http/logger.ts'
import { serverOf } from './http/server.ts'
import { random } from './random.ts'
import { lockStore, openStore } from './store/db.ts'
import type { Store } from './store/schema.ts'
import type { Script } from './store/widget-scripts.ts'

/** How often the hub looks what is due. */
const TICK_MS = 2000

/** A stop waits this long for requests that are under way. */
const STOP_WITHIN_MS = 8000

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = `${ROOT}/dist`

/** A hub that listens. */
export interface Serving {
  readonly hub: Hub
  readonly store: Store
  readonly campaigns: Campaigns
  /** Where it listens: host and the port that it really got. */
  readonly address: string
  /** Stops taking requests, ends streams, lets running requests finish, closes the store. */
  readonly stop: () => Promise<void>
}

/** Starts a hub. A failure is one sentence for the operator that names what to change. */
export async function serve(config: ServeConfig): Promise<Result<Serving, 'cannot-start'>> {
  const campaigns = loadCampaigns(config.campaignsDir)
  if (!campaigns.ok) return fail('cannot-start', `CAMPAIGNS_DIR: ${campaigns.detail}`)
  const opened = await openStore(config.databaseUrl)
  if (!opened.ok) return fail('cannot-start', opened.detail)
  const store = opened.value
  const held = lockStore(config.databaseUrl)
  if (!held.ok) {
    await store.destroy()
    return fail('cannot-start', held.detail)
  }
  const hub = createHub({
    store,
    now: Date.now,
    campaigns: campaigns.value,
    config,
    ...(await loadPages()),
    widgets: loadWidgets(),
    builder: loadScript('builder'),
    live: loadScript('live'),
    log: createLogger(config.logLevel),
    random,
  })
  const server = serverOf(hub, config.proxies)
  const heard = await listenAll(server, hub, config)
  if (!heard.ok) {
    await hub.close()
    await store.destroy()
    held.value()
    return heard
  }
  const stopTicking = tickAlways(hub)
  const stop = async () => {
    stopTicking()
    heard.value.closeMetrics()
    await drain(server, hub)
    await store.destroy()
    held.value()
  }
  return ok({ hub, store, campaigns: campaigns.value, address: heard.value.address, stop })
}

/** Stops the process cleanly on Ctrl-C and on the service manager's wish. A second signal does not wait. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** The pages and the style sheets inside them, where `npm run build:widgets` has built them. */
async function loadPages(): Promise<Pick<HubParts, 'render' | 'styles'>> {
  const path = `${DIST}/render/render.js`
  if (!existsSync(path)) return { render: null }
  const { render, styles }: BuiltPages = await import(pathToFileURL(path).href)
  return { render, styles }
}

function loadWidgets(): Script | null {
  const path = `${DIST}/widgets/nhipso.js`
  return existsSync(path) ? { version: ownVersion(), body: readFileSync(path, 'utf8') } : null
}

/** A script of our own pages: the builder's, and the one that follows releases. */
function loadScript(name: 'builder' | 'live'): string | null {
  const path = `${DIST}/${name}/${name}.js`
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** The version that stands in package.json: every published script bears it. */
function ownVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'))
  return version
}

/** The hub's own port, and the one for monitoring where it is wished. */
async function listenAll(
  server: ServerType,
  hub: Hub,
  config: ServeConfig,
): Promise<Result<{ address: string; closeMetrics: () => void }, 'cannot-start'>> {
  const heard = await listen(server, config)
  if (!heard.ok || config.metricsPort === null) {
    return heard.ok ? ok({ address: heard.value, closeMetrics: () => undefined }) : heard
  }
  const metrics = createAdaptorServer({ fetch: request => numbers(hub, request) })
  const other = await listen(metrics, { host: config.host, port: config.metricsPort })
  if (other.ok) return ok({ address: heard.value, closeMetrics: () => metrics.close() })
  server.close()
  return fail('cannot-start', `METRICS_${other.detail}`)
}

async function numbers(hub: Hub, request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== '/metrics') return new Response('GET /metrics\n', { status: 404 })
  return new Response(await hub.metrics(), { headers: { 'content-type': 'text/plain; version=0.0.4' } })
}

type Place = Pick<ServeConfig, 'host' | 'port'>

const listen = (server: ServerType, { host, port }: Place): Promise<Result<string, 'cannot-start'>> =>
  new Promise(resolve => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(fail('cannot-start', refusedPort(error, host, port))),
    )
    server.listen(port, host, () => {
      const at = server.address()
      resolve(ok(`http://${host}:${typeof at === 'object' && at ? at.port : port}`))
    })
  })

function refusedPort(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `PORT: ${port} on ${host} is in use; stop that program or set PORT`
  if (error.code === 'EACCES') return `PORT: ${port} needs more rights; set PORT to 1024 or above`
  return `HOST, PORT: cannot listen on ${host}:${port}: ${error.message}`
}

/** One tick after the other, never two at once. A tick that fails is told, and the next one tries again. */
function tickAlways(hub: Hub): () => void {
  const ending = new AbortController()
  const run = async () => {
    while (!ending.signal.aborted) {
      await hub.tick().catch(error => console.error(`release: ${String(error)}`))
      await setTimeout(TICK_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }
  void run()
  return () => ending.abort()
}

/** No new requests; streams end; what still runs after a while is cut off. */
async function drain(server: ServerType, hub: Hub): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  await hub.close()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const patience = new AbortController()
  const tooLong = setTimeout(STOP_WITHIN_MS, undefined, { signal: patience.signal }).then(
    () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
    () => undefined,
  )
  await Promise.race([closed, tooLong])
  patience.abort()
}
