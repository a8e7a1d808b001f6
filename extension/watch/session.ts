// Which run of the browser is this? A restart or a crash changes the id; a restarted worker does not.
import { browser } from 'wxt/browser'

const KEY = 'session'

/** The id of this run of the browser, kept by the browser itself until it closes. */
export async function browserSession(): Promise<string> {
  const { [KEY]: known } = await browser.storage.session.get(KEY)
  if (typeof known === 'string') return known
  const fresh = crypto.randomUUID()
  await browser.storage.session.set({ [KEY]: fresh })
  return fresh
}
