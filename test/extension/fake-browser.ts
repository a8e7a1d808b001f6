// The in-memory browser of WXT's tests in the place of the real one. Import it before anything of the extension.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** What the toolbar shows. */
export const toolbar = { text: '', title: '' }
Object.assign(fakeBrowser.action, {
  setBadgeText: async ({ text }: { text: string }) => Object.assign(toolbar, { text }),
  setBadgeBackgroundColor: async () => {},
  setTitle: async ({ title }: { title: string }) => Object.assign(toolbar, { title }),
})
Object.assign(fakeBrowser.i18n, {
  getMessage: (key: string, parts: readonly string[] = []) => [key, ...parts].join(' '),
})
/** What the desktop has shown. */
export const shown: string[] = []
Object.assign(fakeBrowser.notifications, {
  create: async (_: string, { message }: { message: string }) => void shown.push(message),
})
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser })

/** A machine on which the extension was never installed. */
export function freshMachine(): void {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
}

export { fakeBrowser }
