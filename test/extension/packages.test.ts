import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extensionId } from '../../extension/packages/key.ts'
import { pack } from '../../extension/packages/managed.ts'
import { readPolicy } from '../../extension/policy.ts'
import schema from '../../extension/public/managed-schema.json' with { type: 'json' }
import { root } from '../rules/tree.ts'

const URL_BASE = 'https://tai.example.vn/nhipso'
const SETTINGS = { hubUrl: 'https://hub.example.vn', enrolmentCode: 'K7QM-3XPA-9TDW', remind: true }

let folder: string
let key: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nhipso-packages-'))
  key = join(folder, 'key.pem')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  built('chrome-mv3', { name: 'x', version: '1.2.3', minimum_chrome_version: '109' })
  const gecko = { id: 'nhipso@tayninh.gov.vn', strict_min_version: '140.0' }
  built('firefox-mv3', { name: 'x', version: '1.2.3', browser_specific_settings: { gecko } })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function built(name: string, manifest: object): void {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, name, 'background.js'), '// here the extension works\n')
}
const packed = async (target = 'managed') => {
  const done = await pack({
    built: folder,
    target: join(folder, target),
    key,
    url: URL_BASE,
    settings: SETTINGS,
  })
  if (!done.ok) throw new Error(done.detail)
  const read = (file: string): Buffer => readFileSync(join(folder, target, file))
  return { id: done.value, read }
}

describe('a rollout by policy', () => {
  it('is a CRX of version 3 under the id of its key, the same bytes at each build', async () => {
    const { id, read } = await packed()
    expect(id).toMatch(/^[a-p]{32}$/)
    expect(extensionId(key)).toEqual({ ok: true, value: id })
    const crx = read('nhipso-1.2.3.crx')
    expect([crx.subarray(0, 4).toString('latin1'), crx.readUInt32LE(4)]).toEqual(['Cr24', 3])
    const again = (await packed('again')).read('nhipso-1.2.3.crx')
    const zip = (file: Buffer): Buffer => file.subarray(12 + file.readUInt32LE(8))
    expect(zip(again).equals(zip(crx))).toBe(true)
    expect(zip(crx).subarray(0, 2).toString('latin1')).toBe('PK')
  })

  it('tells browsers where the next version is', async () => {
    const { id, read } = await packed()
    const xml = read('updates.xml').toString()
    for (const part of [`appid="${id}"`, `codebase="${URL_BASE}/nhipso-1.2.3.crx"`, 'prodversionmin="109"'])
      expect(xml).toContain(part)
    const json = JSON.parse(read('updates.json').toString())
    expect(json.addons['nhipso@tayninh.gov.vn'].updates[0]).toMatchObject({
      version: '1.2.3',
      update_link: `${URL_BASE}/nhipso-1.2.3.xpi`,
    })
  })

  it('has a policy for each browser, with the same id and settings', async () => {
    const { id, read } = await packed()
    const chromium = JSON.parse(read('policies/chromium.json').toString())
    expect(chromium.ExtensionInstallForcelist).toEqual([`${id};${URL_BASE}/updates.xml`])
    expect(chromium['3rdparty'].extensions[id]).toEqual(SETTINGS)
    const { policies } = JSON.parse(read('policies/firefox/policies.json').toString())
    expect(policies['3rdparty'].Extensions['nhipso@tayninh.gov.vn']).toEqual(SETTINGS)
    for (const [name, place] of [
      ['chrome', 'Google\\Chrome'],
      ['edge', 'Microsoft\\Edge'],
      ['coccoc', 'CocCoc\\Browser'],
    ]) {
      const reg = read(`policies/${name}.reg`).toString('utf16le')
      expect(reg).toContain(
        `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${place}\\3rdparty\\extensions\\${id}\\policy]`,
      )
      expect(reg).toContain('"enrolmentCode"="K7QM-3XPA-9TDW"\r\n"remind"=dword:00000001')
    }
  })

  it('knows the settings that the extension reads, and no others', () => {
    const set = { hubUrl: 'https://h', enrolmentCode: 'x', language: 'vi', remind: true }
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(readPolicy(set)).sort())
    for (const language of ['', '.vi']) {
      const guide = readFileSync(join(root, `docs/deploy${language}.md`), 'utf8')
      for (const name of Object.keys(schema.properties)) expect(guide, name).toContain(`| \`${name}\` |`)
    }
  })

  it('without a key says how to make one', () => {
    const missing = extensionId(join(folder, 'nowhere.pem'))
    expect(missing).toMatchObject({ ok: false, detail: expect.stringContaining('openssl genpkey') })
  })

  it('is refused in one line where the address is not https, before anything is built', () => {
    const build = (): unknown =>
      execFileSync(process.execPath, ['extension/packages/build.ts', '--crx', '--key', key, '--url', 'x'], {
        cwd: root,
        stdio: 'pipe',
      })
    expect(build).toThrow(/--crx needs --url https/)
  })
})
