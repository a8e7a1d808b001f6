// The browser's own texts (`public/_locales`): for what the browser itself shows, in the browser's language.
import { browser } from 'wxt/browser'

/** WXT leaves `getMessage` out of its types unless it has generated them; every browser has it. */
const messages = browser.i18n as unknown as {
  getMessage(key: string, substitutions?: readonly string[]): string
}

/** The text of a key, with its placeholders filled in. */
export const browserText = (key: string, ...substitutions: readonly string[]): string =>
  messages.getMessage(key, substitutions)
