// The widgets' script under its version: published once, with the hash by which a browser knows it again.
import { createHash } from 'node:crypto'
import type { Parts } from '../http/context.ts'
import { findScript, putScript } from './scripts.ts'

/** The script as it was built. */
export interface Script {
  /** `0.1.0` */
  readonly version: string
  readonly body: string
}

/** What stands in `integrity="…"`. */
export const integrityOf = (body: string): string =>
  `sha384-${createHash('sha384').update(body).digest('base64')}`

/** `0.3.0-dev`: what is built between two releases changes from day to day, so nobody may pin it. */
const isRelease = (version: string): boolean => /^\d+\.\d+\.\d+$/.test(version)

/** Publishes the built script under its version; other bytes under a version that is out already are told to the log. */
export async function publish({
  store,
  widgets,
  config,
  now,
  log,
}: Pick<Parts, 'store' | 'widgets' | 'config' | 'now' | 'log'>): Promise<void> {
  if (!widgets) return
  const { version, body } = widgets
  if (!isRelease(version)) return
  await putScript(store, { version, body, integrity: integrityOf(body), since: now() }, config.sample)
  const kept = await findScript(store, version)
  if (kept?.body !== body)
    log.error(
      { version },
      'this build differs from the script published under its version, which stays as it is: raise "version" in package.json',
    )
}
