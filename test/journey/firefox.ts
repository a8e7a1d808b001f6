// A real Firefox with the built extension, and the whole web mapped to this machine by a proxy.
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { firefoxPath } from '../browsers.ts'
import { root } from '../rules/tree.ts'

const FIREFOX_EXTENSION = join(root, '.output/firefox-mv3')

/** Fixed, so that the extension's pages can be opened by address. */
export const FIREFOX_UUID = '6f1f0a3c-52f5-4b0e-9c58-5d7a5f0f6b01'
export const FIREFOX_ORIGIN = `moz-extension://${FIREFOX_UUID}`

export async function openFirefox(options: {
  readonly webPort: number
  readonly extensionId: string
  /** A desktop to open a window on; headless without one. */
  readonly desktop?: NodeJS.ProcessEnv
  readonly preferences?: Readonly<Record<string, unknown>>
}): Promise<Browser> {
  const executablePath = firefoxPath()
  if (!executablePath) throw new Error('Firefox is missing: apt-get install firefox-esr')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: !options.desktop,
    ...(options.desktop ? { env: options.desktop, defaultViewport: null } : {}),
    // extension pages are privileged: Firefox lets a driver into them only when told so
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [options.extensionId]: FIREFOX_UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': options.webPort,
      'network.proxy.no_proxies_on': '127.0.0.1',
      'dom.security.https_first': false,
      'dom.security.https_only_mode': false,
      ...options.preferences,
    },
  })
  await browser.installExtension(FIREFOX_EXTENSION)
  return browser
}

/** Opens an extension page. Firefox tells no load event for it: what is awaited is the document itself. */
export async function openExtensionPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage()
  page.goto(`${FIREFOX_ORIGIN}/${path}`).catch(() => {})
  for (let tries = 0; tries < 100; tries += 1) {
    const state = await page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '')
    if (state.startsWith(FIREFOX_ORIGIN) && state.endsWith('complete')) return page
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error(`${path} did not open`)
}

/** Firefox shows extension pages to a driver, but hears its mouse only on web pages: the element itself is clicked. */
export const click = async (page: Page, selector: string): Promise<void> => {
  await page.waitForSelector(selector)
  await page.$eval(selector, element => (element as HTMLElement).click())
}

export const type = async (page: Page, selector: string, value: string): Promise<void> => {
  await page.waitForSelector(selector)
  await page.$eval(
    selector,
    (element, text) => {
      const input = element as HTMLInputElement
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
    value,
  )
}

/** A person goes through the welcome page: reads, ticks the consent, joins with a code. Returns the sentence that says where. */
export async function enrolInFirefox(browser: Browser, hubUrl: string, code: string): Promise<string | null> {
  const welcome = await openExtensionPage(browser, 'welcome.html')
  await click(welcome, '[name=next]')
  await click(welcome, '[name=consent]')
  await click(welcome, '[name=agree]')
  await type(welcome, '[name=hub]', hubUrl)
  await type(welcome, '[name=code]', code)
  await click(welcome, '[name=join]')
  const done = await welcome.waitForSelector('#join .done')
  const said = (await done?.evaluate(node => node.textContent)) ?? null
  await welcome.close()
  return said
}
