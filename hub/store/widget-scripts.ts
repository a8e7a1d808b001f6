// The widgets' script under its version: published once, with the hash by which a browser knows it again.
import { createHash } from 'node:crypto'
import type { HubConfig } from '../config.ts'
import type { Store } from './schema.ts'
import { findScript, putScript } from './scripts.ts'

/** The script as it was built. */
export interface Script {
  /** `0.1.0` */
  readonly version: string
  readonly body: string
}

interface Publishing {
  readonly store: Store
  readonly config: HubConfig
  readonly now: () => number
  /** Null where the widgets have not been built. */
  readonly widgets: Script | null
  readonly log: { error(event: object, message?: string): void }
}

/** What stands in `integrity="…"`. */
export const integrityOf = (body: string): string =>
  `sha384-${createHash('sha384').update(body).digest('base64')}`

/** `0.3.0-dev`: what is built between two releases changes from day to day, so nobody may pin it. */
const isRelease = (version: string): boolean => /^\d+\.\d+\.\d+$/.test(version)

/** Publishes the built script under its version; other bytes under a version that is out already are told to the log. */
export async function publish({ store, widgets, config, now, log }: Publishing): Promise<void> {
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
