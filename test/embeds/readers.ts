// The two browsers in which the host pages are read, behind one small door.
import { chromium } from 'playwright-core'
import puppeteer from 'puppeteer-core'
import { firefoxPath, headlessPath } from '../browsers.ts'

/** An open page. */
export interface Sheet {
  /** What an expression gives, as text. */
  readonly ask: (expression: string) => Promise<string>
  /** The same inside a frame of the page, whatever its origin; the first one where none is named. */
  readonly askFrame: (expression: string, frame?: number) => Promise<string>
  /** Errors that nobody caught. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

export interface Reader {
  readonly open: (url: string, scripts: boolean) => Promise<Sheet>
  readonly close: () => Promise<void>
}

const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const SIZE = { width: 900, height: 600 }

async function inChromium(): Promise<Reader> {
  const browser = await chromium.launch({ executablePath: headlessPath() ?? 'chromium', args: QUIET })
  return {
    open: async (url, scripts) => {
      const context = await browser.newContext({ viewport: SIZE, javaScriptEnabled: scripts })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', error => errors.push(error.message))
      await page.goto(url)
      return {
        ask: async e => String(await page.evaluate(e)),
        askFrame: async (e, n = 1) => String(await page.frames()[n]?.evaluate(e)),
        errors,
        close: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}

async function inFirefox(): Promise<Reader> {
  const executablePath = firefoxPath() ?? 'firefox-esr'
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  return {
    open: async url => {
      const page = await browser.newPage()
      const errors: string[] = []
      // Firefox also calls its notes about a policy errors of the page.
      page.on(
        'pageerror',
        error => /Content-Security-Policy/.test(String(error)) || errors.push(String(error)),
      )
      await page.setViewport(SIZE)
      await page.goto(url)
      return {
        ask: async e => String(await page.evaluate(e)),
        askFrame: async (e, n = 1) => String(await page.frames()[n]?.evaluate(e)),
        errors,
        close: () => page.close(),
      }
    },
    close: () => browser.close(),
  }
}

export const READERS = [
  { name: 'Chromium', there: headlessPath() !== null, start: inChromium },
  { name: 'Firefox', there: firefoxPath() !== null, start: inFirefox },
] as const
