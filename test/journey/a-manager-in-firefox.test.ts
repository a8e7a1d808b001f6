// The head of a department, shorter, in a real Firefox: looks, writes a note, finds the agencies side by side.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weekText } from '../../shared/ui/format.ts'
import { click, enrolInFirefox, openExtensionPage, openFirefox, type } from './firefox.ts'
import { DEPARTMENT, LAST_WEEK, TeamWorld } from './team-world.ts'

describe('a head of department in Firefox', () => {
  let office: TeamWorld
  let browser: Browser
  let team: Page

  beforeAll(async () => {
    office = await TeamWorld.build()
    browser = await openFirefox({ webPort: office.webPort, extensionId: 'nhipso@tayninh.gov.vn' })
    const code = await office.code(DEPARTMENT, '--role', 'manager', '--scope', 'all')
    expect(await enrolInFirefox(browser, office.hubUrl, code)).toContain('Sở Nội vụ')
    team = await openExtensionPage(browser, 'team.html')
    await team.waitForSelector('.weeks tbody tr')
  })
  afterAll(async () => {
    await browser?.close()
    await office?.close()
  })

  const textOf = (selector: string): Promise<string> => team.$eval(selector, node => node.textContent ?? '')

  it('reads the week in one sentence, and of small units only that they are there', async () => {
    expect(await textOf('.sentence')).toContain(weekText(LAST_WEEK, 'vi'))
    expect(await textOf('.sentence')).toContain('57 người đã tham gia')
    expect(await textOf('.units')).toContain('Không hiển thị: có phòng, ban quá ít người')
  })

  it('writes a note, which stands on the trend', async () => {
    await type(team, '[name=note]', 'Tập huấn ký số')
    await click(team, '[name=write-note]')
    await team.waitForSelector('.notes li')
    expect(await textOf('.notes li')).toContain('Tập huấn ký số')
  })

  it('sees the agencies side by side', async () => {
    await click(team, '[name=lead]')
    await team.waitForSelector('.lead-page table')
    expect(await textOf('.lead-page')).toContain('Sở Tư pháp')
    expect(await textOf('.flags')).toContain('10–19 người')
  })
})
