// May the extension recognise the platforms? In Firefox a person can take the permission back at any time.
import { browser } from 'wxt/browser'

const wanted = (): string[] => browser.runtime.getManifest().host_permissions ?? []

export const hasHosts = async (): Promise<boolean> =>
  browser.permissions.contains({ origins: wanted() }).catch(() => false)

/** Asks for them again; browsers allow it from a click only. */
export const askForHosts = async (): Promise<boolean> =>
  browser.permissions.request({ origins: wanted() }).catch(() => false)
