import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { createLanguage } from '../../extension/pages/language.ts'
import { createPopup, pauseEnd } from '../../extension/pages/popup/model.ts'
import { refusalText } from '../../extension/pages/refusal.ts'
import { createTeam } from '../../extension/pages/team/model.ts'
import { createWelcome } from '../../extension/pages/welcome/model.ts'
import { type Policy, policyNow, readPolicy } from '../../extension/policy.ts'
import { en } from '../../shared/text/extension.en.ts'
import { vi } from '../../shared/text/extension.vi.ts'
import type { Team } from '../../shared/wire/team.ts'
import { at, Desk, HOUR, MINUTE } from './desk.ts'
import { fakeBrowser } from './fake-browser.ts'
import { CODE, HUB_URL } from './hub.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

const now = () => desk.clock
const welcomePage = async (policy: Policy = {}) =>
  createWelcome({ db: await desk.store(), send: desk.says, now, policy, defaultHub: HUB_URL })
const popupPage = async (allowed = true) =>
  createPopup({
    db: await desk.store(),
    send: desk.says,
    now,
    hasHosts: async () => allowed,
    askForHosts: async () => {
      allowed = true
      return true
    },
  })

describe('the welcome page', () => {
  it('does not tick the consent for anybody, and agreeing without the tick does nothing', async () => {
    const page = await welcomePage()
    expect(page.ticked.value).toBe(false)
    await page.agree()
    expect(page.mustTick.value).toBe(true)
    expect(page.setUp.value.consent).toBeNull()
    expect(await (await desk.store()).getAll('settings')).toEqual([])
  })

  it('keeps the version and the time of the consent', async () => {
    const page = await welcomePage()
    page.ticked.value = true
    await page.agree()
    expect(page.setUp.value.consent).toEqual({ version: '2026-11', at: desk.clock })
    expect(page.setUp.value.joined).toBeNull()
  })

  it('joins with a typed code, and names the agency', async () => {
    const page = await welcomePage()
    page.ticked.value = true
    await page.agree()
    page.code.value = ' k7qm-3xpa-9tdw '
    await page.join()
    expect(page.refused.value).toBeNull()
    expect(page.setUp.value.joined).toMatchObject({ agency: { vi: 'Sở Nội vụ' }, mayOpenTeam: false })
  })

  it('tells the hub of no unit where the person declines to name one, and says nothing else about it', async () => {
    const bodies = () =>
      desk.hub.asked.filter(one => one.url.endsWith('/enrolments')).map(one => JSON.parse(one.body))
    const page = await welcomePage()
    page.ticked.value = true
    await page.agree()
    page.code.value = CODE
    page.withoutUnit.value = true
    await page.join()
    expect(Object.keys(bodies()[0]).sort()).toEqual(['code', 'consent', 'publicKey', 'withoutUnit'])
    expect(bodies()[0].withoutUnit).toBe(true)
  })

  it('says what to do when a code is refused, and lets the person try again', async () => {
    const page = await welcomePage()
    page.ticked.value = true
    await page.agree()
    page.code.value = CODE
    desk.hub.codeIs = 'code-expired'
    await page.join()
    expect(page.refused.value && refusalText(page.refused.value, 'vi')).toBe(vi.refusal['code-expired'])
    expect(page.busy.value).toBe(false)
    desk.hub.codeIs = 'good'
    await page.join()
    expect(page.setUp.value.joined).not.toBeNull()
  })

  it('with a code of the policy, consent alone is enough; without consent the code is not used', async () => {
    const page = await welcomePage({ enrolmentCode: CODE, hubUrl: HUB_URL })
    expect(page.hubLocked.value).toBe(true)
    expect(desk.hub.asked).toEqual([])
    page.ticked.value = true
    await page.agree()
    expect(page.setUp.value.joined).not.toBeNull()
  })

  it('a policy that arrives after the page has opened still sets the hub and the code, and keeps what was typed', async () => {
    const page = await welcomePage()
    page.applyPolicy({ enrolmentCode: CODE, hubUrl: HUB_URL })
    expect([page.code.value, page.hubUrl.value, page.hubLocked.value]).toEqual([CODE, HUB_URL, true])
    page.ticked.value = true
    await page.agree()
    expect(page.setUp.value.joined).not.toBeNull()
    const typed = await welcomePage()
    typed.typeCode('K7QM')
    typed.applyPolicy({ enrolmentCode: CODE })
    expect(typed.code.value).toBe('K7QM')
  })

  it('has three screens; the third one opens with the consent, and who has joined begins at the first', async () => {
    const page = await welcomePage()
    expect(page.step.value).toBe('counted')
    page.go('join')
    expect(page.step.value).toBe('counted')
    page.go('consent')
    page.ticked.value = true
    await page.agree()
    expect(page.step.value).toBe('join')
    page.code.value = CODE
    await page.join()
    expect((await welcomePage()).step.value).toBe('counted')
  })

  it('shows the very report that goes out next, and an example before there is one', async () => {
    const before = await welcomePage()
    expect(before.example.value.own).toBe(false)
    await desk.joins()
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    await desk.opens(null)
    const page = await welcomePage()
    await desk.says({ do: 'sync' })
    const sent = desk.hub.asked.filter(r => r.method === 'PUT').at(-1)?.body
    expect(page.example.value.own).toBe(true)
    expect(JSON.parse(page.example.value.body)).toEqual(JSON.parse(sent ?? ''))
  })

  it('withdrawing forgets the consent and unticks the box', async () => {
    const page = await welcomePage()
    page.ticked.value = true
    await page.agree()
    await page.withdraw(true)
    expect(page.setUp.value).toEqual({ consent: null, joined: null })
    expect([page.ticked.value, page.withdrawn.value]).toEqual([false, true])
  })
})

describe('the popup', () => {
  it('has the numbers of today in its first frame, the longest first', async () => {
    await desk.consents()
    await desk.opens('hkg')
    await desk.works(MINUTE)
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    const { today } = await popupPage()
    expect(today.value.times.map(t => [t.id, t.ms])).toEqual([
      ['vbdh', 5 * MINUTE],
      ['hkg', MINUTE],
    ])
    expect(today.value.totalMs).toBe(6 * MINUTE)
    expect(today.value.doing).toMatchObject({
      on: true,
      platform: { vi: expect.stringContaining('văn bản') },
    })
  })

  it('counts on while it is open', async () => {
    await desk.consents()
    await desk.opens('vbdh')
    const page = await popupPage()
    desk.clock += 7_000
    await page.refresh()
    expect(page.today.value.totalMs).toBe(7_000)
  })

  it('starts at nothing on a new day', async () => {
    await desk.consents()
    await desk.opens('vbdh')
    await desk.works(MINUTE)
    await desk.opens(null)
    desk.clock = at('2026-11-24T07:30:00')
    expect((await popupPage()).today.value).toMatchObject({ day: '2026-11-24', times: [], totalMs: 0 })
  })

  it('says why nothing is recorded: no consent, no permission, paused, campaign over', async () => {
    expect((await popupPage()).today.value.doing).toEqual({ on: false, why: 'no-consent' })
    await desk.consents()
    expect((await popupPage(false)).today.value.doing).toEqual({ on: false, why: 'no-permission' })
    const page = await popupPage()
    expect(page.today.value.doing).toEqual({ on: true, platform: null })
    await page.pause('hour')
    expect(page.today.value.doing).toEqual({ on: false, why: 'paused', until: desk.clock + HOUR })
    await page.resume()
    expect(page.today.value.doing).toEqual({ on: true, platform: null })
    desk.clock = at('2031-03-01T08:00:00')
    expect((await popupPage()).today.value.doing).toEqual({ on: false, why: 'campaign-over' })
  })

  it('asks for a permission that was taken back, and then records', async () => {
    await desk.consents()
    const page = await popupPage(false)
    await page.allow()
    expect(page.today.value.doing).toEqual({ on: true, platform: null })
  })

  it('tells the last sending and its trouble', async () => {
    await desk.joins()
    await desk.opens('vbdh')
    await desk.works(MINUTE)
    const page = await popupPage()
    desk.hub.state = 'down'
    await page.sendNow()
    expect(page.today.value.sync).toMatchObject({ trouble: { why: 'offline' }, lastSentAt: null })
    desk.hub.state = 'up'
    await page.sendNow()
    expect(page.today.value.sync).toMatchObject({ trouble: null, lastSentAt: desk.clock })
  })

  it('a pause for today ends at midnight of the campaign’s zone', () => {
    expect(pauseEnd('today', at('2026-11-23T23:59:00'))).toBe(at('2026-11-24T00:00:00'))
    expect(pauseEnd('15-minutes', 0)).toBe(15 * MINUTE)
  })
})

const TEAM: Team = {
  version: 1,
  release: 3,
  at: at('2026-11-23T01:00:00'),
  agency: { id: 'so-noi-vu', name: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' } },
  campaign: '923-qd-ttg',
  minGroup: 10,
  sample: false,
  week: '2026-W47',
  weeks: [
    {
      week: '2026-W47',
      headcount: 40,
      enrolled: { told: true, value: 30 },
      enrolledShare: { told: true, value: 7500 },
      activeShare: { told: false, why: 'too-few' },
    },
  ],
}

describe('the team page', () => {
  const teamPage = async () =>
    createTeam({ db: await desk.store(), fetch: desk.hub.fetch, now, save: () => {}, print: () => {} })

  it('proves who asks, and shows what was released', async () => {
    desk.hub.role = 'manager'
    desk.hub.team = TEAM
    await desk.joins()
    const page = await teamPage()
    await page.refresh()
    expect(page.trouble.value).toBeNull()
    expect(page.team.value).toEqual(TEAM)
    expect(page.mayChoose.value).toBe(true)
  })

  it('keeps the last figures while the hub is away, and says so', async () => {
    desk.hub.team = TEAM
    await desk.joins()
    const page = await teamPage()
    await page.refresh()
    desk.hub.state = 'down'
    desk.clock += MINUTE
    await page.refresh()
    expect(page.trouble.value).toEqual({ why: 'offline' })
    expect(page.team.value).toEqual(TEAM)
    expect(page.fetchedAt.value).toBe(desk.clock - MINUTE)
  })

  it('says that nothing has been released, and that this device has not joined', async () => {
    const stranger = await teamPage()
    await stranger.refresh()
    expect(stranger.trouble.value).toEqual({ why: 'not-enrolled' })
    await desk.joins()
    const page = await teamPage()
    await page.refresh()
    expect(page.trouble.value).toEqual({ why: 'not-released' })
  })

  it('tells by how much the clock is wrong', async () => {
    desk.hub.team = TEAM
    await desk.joins()
    const hubTime = desk.clock
    Object.assign(desk.hub, { now: () => hubTime })
    desk.clock -= HOUR
    const page = await teamPage()
    await page.refresh()
    expect(page.trouble.value).toEqual({ why: 'clock-off', clockDifferenceMs: -HOUR })
  })
})

describe('the language', () => {
  it('is the person’s choice, else the policy’s, else Vietnamese', async () => {
    const language = async (policy: Policy) => createLanguage(await desk.store(), policy, desk.says)
    expect((await language({})).language.value).toBe('vi')
    expect((await language({ language: 'en' })).language.value).toBe('en')
    ;(await language({})).choose('vi')
    await desk.says({ do: 'look' })
    expect((await language({ language: 'en' })).language.value).toBe('vi')
  })
})

describe('the policy of the IT department', () => {
  it('is read from managed storage', async () => {
    await fakeBrowser.storage.managed.set({
      hubUrl: HUB_URL,
      enrolmentCode: CODE,
      language: 'en',
      remind: true,
    })
    expect(await policyNow()).toEqual({ hubUrl: HUB_URL, enrolmentCode: CODE, language: 'en', remind: true })
  })

  it('leaves out what is of a wrong kind, and empty texts', () => {
    expect(readPolicy({ hubUrl: 7, enrolmentCode: '', language: 'fr', remind: 'yes', other: 1 })).toEqual({})
  })
})

describe('refusals', () => {
  it('a clock is told with its difference in words', () => {
    const off = { ok: false, why: 'clock-off', detail: '', clockDifferenceMs: 65 * MINUTE } as const
    expect(refusalText(off, 'vi')).toMatch(/nhanh 1\u00a0giờ 05\u00a0phút/)
    expect(refusalText({ ...off, clockDifferenceMs: -HOUR }, 'en')).toMatch(/1\u00a0h 00\u00a0min behind/)
  })

  it('an unknown reason is told as a plain refusal', () => {
    expect(refusalText({ ok: false, why: 'toString', detail: '' }, 'en')).toBe(en.refusal.refused)
  })
})
