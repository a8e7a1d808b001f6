// The in-memory browser of WXT's tests in the place of the real one. Import it before anything of the extension.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { fakeBrowser } from 'wxt/testing/fake-browser'

Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser })

/** A machine on which the extension was never installed. */
export function freshMachine(): void {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
}

export { fakeBrowser }
