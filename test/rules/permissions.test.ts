import { describe, expect, it } from 'vitest'
import platformFile from '../../shared/data/platforms.json' with { type: 'json' }
import config from '../../wxt.config.ts'

type Manifest = Record<string, unknown> & { host_permissions: string[] }

const manifest = (browser: 'chrome' | 'firefox'): Manifest => {
  if (typeof config.manifest !== 'function') throw new Error('the manifest is not a function')
  return config.manifest({
    browser,
    manifestVersion: 3,
    mode: 'production',
    command: 'build',
  }) as unknown as Manifest
}

/** Frozen: a new host in an update switches the extension off in Chrome until each person accepts it. */
const TRACKED_NATIONAL_HOSTS = platformFile.platforms
  .filter(p => p.scope === 'national' && p.use === 'track')
  .map(p => `*://${p.host}/*`)

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', browser => {
  const m = manifest(browser)

  it('asks for alarms, idle and storage, and for nothing else', () => {
    expect(m.permissions).toEqual(['alarms', 'idle', 'storage'])
    expect(m.optional_permissions).toEqual(['notifications']) // asked when a person switches reminders on
    expect(m.content_scripts).toBeUndefined()
  })

  it('sees the province’s own domain and the tracked national platforms', () => {
    expect(TRACKED_NATIONAL_HOSTS.length).toBe(25)
    expect([...m.host_permissions].sort()).toEqual(
      ['*://*.tayninh.gov.vn/*', ...TRACKED_NATIONAL_HOSTS].sort(),
    )
    expect(m.host_permissions.join(' ')).not.toMatch(/<all_urls>|\*:\/\/\*\/|dcs\.vn/)
  })

  it('may ask for further hosts one at a time, and is never in a private window', () => {
    expect(m.optional_host_permissions).toEqual(['https://*/*'])
    expect(m.incognito).toBe('not_allowed')
  })
})

it('runs from Chrome 109 and Firefox 140', () => {
  expect(manifest('chrome').minimum_chrome_version).toBe('109')
  expect(manifest('firefox').browser_specific_settings).toMatchObject({
    gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['browsingActivity'] } },
  })
})
