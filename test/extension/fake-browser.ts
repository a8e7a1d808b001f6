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
Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key })
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser })

/** A machine on which the extension was never installed. */
export function freshMachine(): void {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
}

export { fakeBrowser }
