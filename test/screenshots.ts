// `npm run screenshots`: the pictures of the README, taken from the sample province in a real browser.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { routes } from '../shared/wire/routes.ts'
import { extensionOrigin, extensionPage, openChromium } from './journey/chromium.ts'
import { freePort } from './journey/hub-process.ts'
import { Web } from './journey/web.ts'
import { agree, join as enrol, joined } from './journey/welcome.ts'
import { root } from './rules/tree.ts'

const TARGET = join(root, 'docs/screenshots')
const AGENCY = 'so-noi-vu'
const CODE = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g
const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

interface Sample {
  readonly hubUrl: string
  readonly memberCode: string
  readonly managerCode: string
  readonly stop: () => Promise<void>
}

/** `npm start`, in a folder of its own. */
async function startSample(folder: string): Promise<Sample> {
  const port = String(await freePort())
  const env = { ...process.env, PORT: port, DATABASE_URL: `sqlite:${join(folder, 'sample.db')}` }
  const child = spawn(process.execPath, ['hub/start.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const hubUrl = `http://127.0.0.1:${port}`
  let said = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    said += text
    const [memberCode, managerCode] = said.match(CODE) ?? []
    if (memberCode && managerCode) {
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      child.stdout.resume()
      return { hubUrl, memberCode, managerCode, stop }
    }
  }
  throw new Error(`the sample did not start:\n${said}`)
}

async function shot(page: Page, name: string, size = { width: 1200, height: 800 }): Promise<void> {
  await page.setViewportSize(size)
  await sleep(400)
  await page.screenshot({ path: join(TARGET, `${name}.png`) })
}

async function pages(browser: BrowserContext, { hubUrl }: Sample): Promise<void> {
  const page = await browser.newPage()
  const to = routes(hubUrl)
  for (const [name, url] of [
    ['scoreboard', to.board()],
    ['agency', to.agency(AGENCY)],
    ['builder', to.builder()],
  ] as const) {
    await page.goto(url)
    await shot(page, name)
  }
  await page.close()
}

async function person(browser: BrowserContext, { hubUrl, memberCode }: Sample): Promise<void> {
  const welcome = await extensionPage(browser, '/welcome.html')
  await welcome.locator('[name=next]').waitFor()
  await shot(welcome, 'welcome')
  await agree(welcome)
  await enrol(welcome, hubUrl, memberCode)
  await joined(welcome)
  for (const host of ['vbdh.tayninh.gov.vn', 'dichvucong.gov.vn', 'hkg.tayninh.gov.vn']) {
    const page = await browser.newPage()
    await page.goto(`http://${host}/`)
    await sleep(6000)
  }
  const popup = await browser.newPage()
  await popup.goto(`${await extensionOrigin(browser)}/popup.html`)
  await shot(popup, 'popup', { width: 640, height: 600 })
}

async function manager(browser: BrowserContext, { hubUrl, managerCode }: Sample): Promise<void> {
  const welcome = await extensionPage(browser, '/welcome.html')
  await agree(welcome)
  await enrol(welcome, hubUrl, managerCode)
  await joined(welcome)
  const team = await browser.newPage()
  await team.goto(`${await extensionOrigin(browser)}/team.html`)
  await team.locator('tbody tr').first().waitFor()
  await shot(team, 'team')
}

mkdirSync(TARGET, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'nhipso-screenshots-'))
const web = new Web()
const webPort = await web.listen()
const sample = await startSample(folder)
try {
  for (const [name, scene] of Object.entries({ pages, person, manager })) {
    const browser = await openChromium({ profile: join(folder, name), webPort })
    await scene(browser, sample)
    await browser.close()
  }
} finally {
  await sample.stop()
  await web.close()
  rmSync(folder, { recursive: true, force: true })
}
