// The permissions that the options page shows one by one: a host that the campaign added, and notifications.
import { browser } from 'wxt/browser'
import { installedOrigins } from '../permission.ts'

const patternOf = (host: string): string => `https://${host}/*`

/** May the extension recognise this host? */
export const seesHost = async (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(host)] }).catch(() => false)

/** Asks for one host; browsers allow it from a click only. */
export const askForHost = async (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(host)] }).catch(() => false)

/** Was this host granted with the installation? Where it is missing now, the person took it back. */
export const isInstalledHost = (host: string): boolean =>
  installedOrigins().some(pattern => {
    const own = pattern.replace(/^\*:\/\//, '').replace(/\/\*$/, '')
    return own === host || (own.startsWith('*.') && (host === own.slice(2) || host.endsWith(own.slice(1))))
  })

/** Asks whether notifications may be shown; browsers allow it from a click only. */
export const askToNotify = async (): Promise<boolean> =>
  browser.permissions.request({ permissions: ['notifications'] }).catch(() => false)
