// The operator's wishes → the hub's configuration. The environment is read here and nowhere else.
import { fileURLToPath } from 'node:url'
import { fail, ok, type Result } from '../shared/core/result.ts'
import { DEFAULT_MIN_GROUP, MIN_GROUP_FLOOR } from '../shared/core/suppress.ts'

/** The mail server that digests leave by. */
export interface MailConfig {
  /** `smtp://USER:PASSWORD@HOST:PORT`, or `smtps:`. */
  readonly url: string
  readonly from: string
}

/** What the hub itself needs to know; a test builds one by hand. */
export interface HubConfig {
  /** The address that people and devices use, without a slash at its end. Signatures are checked against it. */
  readonly publicUrl: string
  /** Sample data: "DỮ LIỆU MẪU" wherever a figure shows. */
  readonly sample: boolean
  /** k: people needed before anything is told. */
  readonly minGroup: number
  /** An agency's live score is not released again sooner than this. */
  readonly releaseMinIntervalMs: number
}

/** All that a hub process needs to start. */
export interface ServeConfig extends HubConfig {
  readonly port: number
  readonly host: string
  /** `sqlite:` and a path, or `postgres://…`. */
  readonly databaseUrl: string
  readonly campaignsDir: string
  readonly logLevel: string
  /** Where the numbers for monitoring are served; null: nowhere. */
  readonly metricsPort: number | null
  /** How many of our own proxies stand before the hub. */
  readonly proxies: number
  /** The server that digests leave by; null: they are written as files only. */
  readonly mail: MailConfig | null
}

export const SHIPPED_CAMPAIGNS = fileURLToPath(new URL('../shared/data', import.meta.url))

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const DEFAULTS = {
  PORT: '8787',
  HOST: '127.0.0.1',
  DATABASE_URL: 'sqlite:data/nhipso.db',
  RELEASE_MIN_INTERVAL: '900',
  MIN_GROUP: String(DEFAULT_MIN_GROUP),
  LOG_LEVEL: 'info',
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment (contract "Environment"). The detail of a failure names the variable. */
export function readConfig(env: Environment): Result<ServeConfig, 'invalid'> {
  const read = (name: keyof typeof DEFAULTS): string => env[name]?.trim() || DEFAULTS[name]
  const port = wholeNumber('PORT', read('PORT'), 0, 65_535)
  const interval = wholeNumber('RELEASE_MIN_INTERVAL', read('RELEASE_MIN_INTERVAL'), 0, 86_400)
  const metrics = wholeNumber('METRICS_PORT', env.METRICS_PORT?.trim() || '0', 0, 65_535)
  const proxies = wholeNumber('TRUST_PROXY', env.TRUST_PROXY?.trim() || '0', 0, 5)
  const minGroup = wholeNumber('MIN_GROUP', read('MIN_GROUP'), MIN_GROUP_FLOOR, 1000)
  const database = databaseUrl(read('DATABASE_URL'))
  const mail = mailConfig(env)
  const host = read('HOST')
  const publicUrl = address(env.PUBLIC_URL?.trim() || `http://${host}:${read('PORT')}`)
  const logLevel = read('LOG_LEVEL')
  if (!port.ok) return port
  if (!interval.ok) return interval
  if (!metrics.ok) return metrics
  if (!proxies.ok) return proxies
  if (!minGroup.ok) return minGroup
  if (!database.ok) return database
  if (!publicUrl.ok) return publicUrl
  if (!mail.ok) return mail
  if (!LOG_LEVELS.includes(logLevel)) {
    return fail('invalid', `LOG_LEVEL is "${logLevel}"; it must be one of ${LOG_LEVELS.join(', ')}`)
  }
  return ok({
    port: port.value,
    host,
    databaseUrl: database.value,
    publicUrl: publicUrl.value,
    campaignsDir: env.CAMPAIGNS_DIR?.trim() || SHIPPED_CAMPAIGNS,
    sample: false,
    minGroup: minGroup.value,
    releaseMinIntervalMs: interval.value * 1000,
    logLevel,
    metricsPort: env.METRICS_PORT?.trim() ? metrics.value : null,
    proxies: proxies.value,
    mail: mail.value,
  })
}

/** SMTP_URL and SMTP_FROM go together. A wrong address may hold a password: it is not told. */
function mailConfig(env: Environment): Result<MailConfig | null, 'invalid'> {
  const [url, from] = [env.SMTP_URL?.trim() ?? '', env.SMTP_FROM?.trim() ?? '']
  if (!url && !from) return ok(null)
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    return fail('invalid', 'SMTP_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://…')
  if (!/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/.test(from))
    return fail('invalid', `SMTP_FROM is "${from}"; it must be an address, alone or as NAME <ADDRESS>`)
  return ok({ url, from })
}

function wholeNumber(name: string, text: string, from: number, to: number): Result<number, 'invalid'> {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= from && value <= to) return ok(value)
  return fail('invalid', `${name} is "${text}"; it must be a whole number from ${from} to ${to}`)
}

function databaseUrl(text: string): Result<string, 'invalid'> {
  if (/^sqlite:.+/.test(text) || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))) return ok(text)
  // A wrong address may hold a password all the same: it is not told.
  return fail('invalid', 'DATABASE_URL must be sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE')
}

function address(text: string): Result<string, 'invalid'> {
  const told = `PUBLIC_URL is "${text}"; it must be an http or https address without query or fragment`
  try {
    const url = new URL(text)
    const plain = /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
    return plain ? ok(url.href.replace(/\/+$/, '')) : fail('invalid', told)
  } catch {
    return fail('invalid', told)
  }
}
