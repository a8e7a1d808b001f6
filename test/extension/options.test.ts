import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { createOptions } from '../../extension/pages/options/model.ts'
import { createWelcome } from '../../extension/pages/welcome/model.ts'
import type { Policy } from '../../extension/policy.ts'
import { Desk, MINUTE } from './desk.ts'
import { CODE, HUB_URL, LINK } from './hub.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

/** A browser that lets the extension see all hosts but these, and grants what is asked with this answer. */
const optionsPage = async ({
  without = [] as string[],
  grants = true,
  policy = {} as Policy,
  own = true,
  copy = async (_: string): Promise<void> => {},
} = {}) =>
  createOptions({
    db: await desk.store(),
    policy,
    fetch: desk.hub.fetch,
    now: () => desk.clock,
    hosts: {
      sees: async host => !without.includes(host),
      ask: async () => grants,
      isOwn: () => own,
    },
    send: desk.says,
    copy,
    askToNotify: async () => grants,
    versions: { version: '0.1.0', browser: 'Test/1' },
  })

describe('a second browser', () => {
  it('gets a code that works for ten minutes', async () => {
    await desk.joins()
    const page = await optionsPage()
    await page.addBrowser()
    expect(page.link.value).toEqual({ code: LINK, expiresAt: desk.clock + 10 * MINUTE })
  })

  it('gets none before the first one has joined, and a reason while the hub is silent', async () => {
    const stranger = await optionsPage()
    await stranger.addBrowser()
    expect([stranger.joined, stranger.link.value, desk.hub.asked]).toEqual([false, null, []])
    await desk.joins()
    desk.hub.state = 'down'
    const page = await optionsPage()
    await page.addBrowser()
    expect([page.link.value, page.refused.value?.why]).toEqual([null, 'offline'])
  })
})

describe('platforms that wait for a permission', () => {
  const VBDH = 'vbdh.tayninh.gov.vn'
  const stateOf = (page: Awaited<ReturnType<typeof optionsPage>>) =>
    page.rows.value.find(row => row.host === VBDH)?.state

  it('are allowed one host at a time', async () => {
    const page = await optionsPage({ without: [VBDH, 'hkg.tayninh.gov.vn'], own: false })
    expect(stateOf(page)).toBe('waiting')
    await page.allow(VBDH)
    expect(stateOf(page)).toBe('granted')
    expect(page.rows.value.find(row => row.host === 'hkg.tayninh.gov.vn')?.state).toBe('waiting')
  })

  it('say that the person refused, or took back what came with the installation', async () => {
    const page = await optionsPage({ without: [VBDH], grants: false })
    expect(stateOf(page)).toBe('revoked')
    await page.allow(VBDH)
    expect(stateOf(page)).toBe('refused')
  })
})

describe('what support may be told', () => {
  it('holds the trouble, and nothing of the person', async () => {
    await desk.joins()
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    desk.hub.state = 'down'
    await desk.says({ do: 'sync' })
    const page = await optionsPage({ policy: { hubUrl: HUB_URL, enrolmentCode: CODE } })
    const text = page.diagnostics.value
    expect(text).toContain('trouble: offline')
    expect(text).toContain('policy: enrolmentCode, hubUrl')
    expect(page.hubLocked).toBe(true)
    const [device] = desk.hub.devices.keys()
    for (const personal of [device ?? 'no device', 'so-noi-vu', 'vbdh', CODE, HUB_URL])
      expect(text).not.toContain(personal)
  })

  it('is copied, and the page says so; or says what to do where the browser refuses', async () => {
    const clipboard: string[] = []
    const page = await optionsPage({
      copy: async text => {
        clipboard.push(text)
      },
    })
    await page.copyDiagnostics()
    expect([clipboard, page.copied.value]).toEqual([[page.diagnostics.value], 'done'])
    const strict = await optionsPage({ copy: () => Promise.reject(new Error('denied')) })
    await strict.copyDiagnostics()
    expect(strict.copied.value).toBe('refused')
  })
})

describe('an invitation link', () => {
  const welcome = async (policy: Policy = {}) =>
    createWelcome({
      db: await desk.store(),
      send: desk.says,
      now: () => desk.clock,
      policy,
      defaultHub: 'http://127.0.0.1:8787',
    })

  it('pasted as the code brings its hub, and joins', async () => {
    await desk.consents()
    const page = await welcome()
    page.typeCode(` ${HUB_URL}/#nhipso=K7QM-3XPA-9TDW `)
    expect([page.code.value, page.hubUrl.value]).toEqual(['K7QM-3XPA-9TDW', HUB_URL])
    expect(await page.join()).toBe(true)
  })

  it('never moves a device away from the hub of its policy', async () => {
    const page = await welcome({ hubUrl: HUB_URL })
    page.typeCode('https://elsewhere.example/#nhipso=K7QM-3XPA-9TDW')
    expect([page.code.value, page.hubUrl.value]).toEqual(['K7QM-3XPA-9TDW', HUB_URL])
  })

  it.each(['K7QM-3XPA-9TDW', 'https://nhipso.example.vn/', 'javascript:alert(1)#nhipso=X'])(
    'is not seen in %s',
    async typed => {
      const page = await welcome()
      page.typeCode(typed)
      expect([page.code.value, page.hubUrl.value]).toEqual([typed, 'http://127.0.0.1:8787'])
    },
  )
})

describe('reminders', () => {
  const kept = async () => (await desk.store()).get('settings', 'remind')

  it('are off, go on where the browser allows it, and off again', async () => {
    const page = await optionsPage()
    expect(page.reminders?.on.value).toBe(false)
    await page.reminders?.turn()
    expect([page.reminders?.on.value, await kept()]).toEqual([true, true])
    await page.reminders?.turn()
    expect([page.reminders?.on.value, await kept()]).toEqual([false, false])
  })

  it('stay off where the browser refuses, and are not offered where the policy says so', async () => {
    const page = await optionsPage({ grants: false })
    await page.reminders?.turn()
    expect([page.reminders?.on.value, page.reminders?.refused.value, await kept()]).toEqual([
      false,
      true,
      undefined,
    ])
    expect((await optionsPage({ policy: { remind: false } })).reminders).toBeNull()
  })
})
