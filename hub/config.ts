// The operator's wishes → the hub's configuration. The environment is read here and nowhere else.
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { fail, ok, type Result } from '../shared/core/result.ts'
import { DEFAULT_MIN_GROUP, MIN_GROUP_FLOOR } from '../shared/core/suppress.ts'

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

/** The server that mail leaves by. */
export interface MailConfig {
  /** `smtp://USER:PASSWORD@HOST:PORT`, or `smtps:`. */
  readonly url: string
  readonly from: string
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

/** Digits → a number within bounds. */
const wholeNumber = (from: number, to: number) =>
  v.pipe(
    v.string(),
    v.check(
      text => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to,
      `a whole number from ${from} to ${to}`,
    ),
    v.transform(Number),
  )

const address = v.pipe(
  v.string(),
  v.check(isAddress, 'an http or https address without query or fragment'),
  v.transform(plain),
)

const database = v.pipe(
  v.string(),
  v.check(
    text => /^sqlite:.+/.test(text) || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)),
    'sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE',
  ),
)

const mailServer = v.pipe(v.string(), v.check(isMailServer, 'smtp://USER:PASSWORD@HOST:PORT or smtps://…'))

const sender = v.pipe(
  v.string(),
  v.regex(/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/, 'an address, alone or as NAME <ADDRESS>'),
)

/** Every variable (contract "Environment"): what it must be, and what it is where nothing is set. */
const VARIABLES = {
  PORT: v.optional(wholeNumber(0, 65_535), '8787'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  DATABASE_URL: v.optional(database, 'sqlite:data/nhipso.db'),
  PUBLIC_URL: v.optional(address),
  CAMPAIGNS_DIR: v.optional(v.string(), SHIPPED_CAMPAIGNS),
  RELEASE_MIN_INTERVAL: v.optional(wholeNumber(0, 86_400), '900'),
  MIN_GROUP: v.optional(wholeNumber(MIN_GROUP_FLOOR, 1000), String(DEFAULT_MIN_GROUP)),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`), 'info'),
  METRICS_PORT: v.optional(wholeNumber(0, 65_535)),
  TRUST_PROXY: v.optional(wholeNumber(0, 5), '0'),
  SMTP_URL: v.optional(mailServer),
  SMTP_FROM: v.optional(sender),
}

/** Their values may hold a password, also where they are wrong: they are not told. */
const SECRET = ['DATABASE_URL', 'SMTP_URL']

const environment = v.object(VARIABLES)

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. The detail of a failure has one line for each fault, which begins with the variable's name. */
export function readConfig(env: Environment): Result<ServeConfig, 'invalid'> {
  const set = withMail(settings(env))
  const read = v.safeParse(environment, set)
  if (!read.success) return fail('invalid', read.issues.map(faultOf(set)).join('\n'))
  const { HOST, PORT, PUBLIC_URL, SMTP_URL, SMTP_FROM, ...rest } = read.output
  const own = `http://${HOST}:${PORT}`
  if (PUBLIC_URL === undefined && !isAddress(own))
    return fail('invalid', `HOST is "${HOST}"; set PUBLIC_URL, because ${own} is no address`)
  return ok({
    port: PORT,
    host: HOST,
    databaseUrl: rest.DATABASE_URL,
    publicUrl: PUBLIC_URL ?? plain(own),
    campaignsDir: rest.CAMPAIGNS_DIR,
    sample: false,
    minGroup: rest.MIN_GROUP,
    releaseMinIntervalMs: rest.RELEASE_MIN_INTERVAL * 1000,
    logLevel: rest.LOG_LEVEL,
    metricsPort: rest.METRICS_PORT ?? null,
    proxies: rest.TRUST_PROXY,
    mail: SMTP_URL && SMTP_FROM ? { url: SMTP_URL, from: SMTP_FROM } : null,
  })
}

/** What is set: a variable that is empty, or holds spaces alone, is not. */
const settings = (env: Environment): Environment =>
  Object.fromEntries(
    Object.keys(VARIABLES)
      .map(name => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value),
  )

/** SMTP_URL and SMTP_FROM go together: where one is set, the other is needed. */
const withMail = (set: Environment): Environment =>
  set.SMTP_URL || set.SMTP_FROM ? { SMTP_URL: '', SMTP_FROM: '', ...set } : set

/** One fault as a sentence that begins with the name of its variable. */
const faultOf = (set: Environment) => (issue: v.InferIssue<typeof environment>) => {
  const name = String(issue.path?.[0].key)
  if (SECRET.includes(name)) return `${name} must be ${issue.message}`
  return `${name} is "${set[name]}"; it must be ${issue.message}`
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
}

/** As browsers write it, without a slash at its end. */
function plain(text: string): string {
  return new URL(text).href.replace(/\/+$/, '')
}

function isMailServer(text: string): boolean {
  return /^smtps?:\/\//.test(text) && URL.canParse(text)
}
