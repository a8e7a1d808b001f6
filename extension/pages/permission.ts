// May the extension recognise the platforms? In Firefox a person can take the permission back at any time.
import { browser } from 'wxt/browser'

/** The match patterns that are granted with the installation. */
export const installedOrigins = (): string[] => browser.runtime.getManifest().host_permissions ?? []

/** Are all of them granted now? */
export const hasHosts = async (): Promise<boolean> =>
  browser.permissions.contains({ origins: installedOrigins() }).catch(() => false)

/** Asks for them again; browsers allow it from a click only. */
export const askForHosts = async (): Promise<boolean> =>
  browser.permissions.request({ origins: installedOrigins() }).catch(() => false)
