// The bench reads other trackers' totals where they keep them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { peersIn, readTotals } from '../bench/peers.ts'
import { fakeBrowser, freshMachine } from './fake-browser.ts'

const EXTENSION = 'kcdblaodgfgmmnfpfhlaefdmhmkpdkci'

describe('another tracker’s totals', () => {
  beforeEach(freshMachine)

  it('of TT4B are milliseconds under a day and a host', async () => {
    await fakeBrowser.storage.local.set({
      '20261123vbdh.tayninh.gov.vn': { focus: 61_000, time: 3 },
      '20261124vbdh.tayninh.gov.vn': { focus: 9000, time: 1 },
      __timer__whatever: { focus: 5 },
    })
    expect(await readTotals()).toEqual({ 'vbdh.tayninh.gov.vn': 70_000 })
  })

  it('of a newer TT4B stand in its database, without the rows of groups', async () => {
    await new Promise<void>(done => {
      const opened = indexedDB.open(`tt4b_${EXTENSION}`, 1)
      opened.onupgradeneeded = () => {
        const stat = opened.result.createObjectStore('stat', { keyPath: ['date', 'host'] })
        stat.put({ date: '20261124', host: 'hkg.tayninh.gov.vn', focus: 4000, time: 1 })
        stat.put({ date: '20261124', host: '_g_1', groupId: 1, focus: 4000, time: 1 })
      }
      opened.onsuccess = () => {
        opened.result.close()
        done()
      }
    })
    expect(await readTotals()).toEqual({ 'hkg.tayninh.gov.vn': 4000 })
  })

  it('of WATT are seconds in its list of sites', async () => {
    await fakeBrowser.storage.local.set({ tabs: [{ url: 'vbdh.tayninh.gov.vn', summaryTime: 12 }] })
    expect(await readTotals()).toEqual({ 'vbdh.tayninh.gov.vn': 12_000 })
  })
})

describe('the folder of other trackers', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nhipso-peers-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const unpacked = (name: string, manifest: object): void => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'manifest.json'), JSON.stringify(manifest))
  }

  it('need not be named', () => {
    expect(peersIn(undefined)).toEqual([])
  })

  it('tells whom the browser will load, by the key in the manifest or by the path', () => {
    unpacked('with-key', { key: 'bmhpcHNv' })
    unpacked('without', {})
    const [keyed, plain] = peersIn(folder)
    expect([keyed?.name, plain?.name]).toEqual(['with-key', 'without'])
    expect(keyed?.id).toMatch(/^[a-p]{32}$/)
    expect(plain?.id).toMatch(/^[a-p]{32}$/)
    expect(plain?.id).not.toBe(keyed?.id)
  })

  it('is refused where it is missing or empty, with what to do', () => {
    expect(() => peersIn(join(folder, 'nowhere'))).toThrow('there is no such folder')
    expect(() => peersIn(folder)).toThrow('FOLDER/NAME/manifest.json')
  })
})
