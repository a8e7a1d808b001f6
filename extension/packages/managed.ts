// Built → rolled out: the signed CRX, the package for Mozilla's signature, the update manifests, and the policies.
/// <reference path="./crx3.d.ts" />
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import crx3 from 'crx3'
import { ok, type Result } from '../../shared/core/result.ts'
import { extensionId } from './key.ts'
import { chromiumManifest, firefoxManifest } from './manifest.ts'
import { policyFiles, type Rollout } from './policies.ts'
import { updatesJson, updatesXml } from './updates.ts'
import { writeZip, zipOf } from './zip.ts'

export interface Managed {
  /** Folder that holds `chrome-mv3` and `firefox-mv3`. */
  readonly built: string
  /** Folder that receives everything. */
  readonly target: string
  /** PEM file of the RSA private key. */
  readonly key: string
  /** Address of the folder from which browsers will fetch the packages. */
  readonly url: string
  readonly settings: Rollout['settings']
}

/** Writes all that a self-hosted rollout needs, and returns the extension's id in Chromium. */
export async function pack({
  built,
  target,
  key,
  url,
  settings,
}: Managed): Promise<Result<string, 'no-key'>> {
  const id = extensionId(key)
  if (!id.ok) return id
  const [chrome, firefox] = [join(built, 'chrome-mv3'), join(built, 'firefox-mv3')]
  const [forChrome, forFirefox] = [chromiumManifest(chrome), firefoxManifest(firefox)]
  const { gecko } = forFirefox.browser_specific_settings
  const version = forChrome.version
  const rollout: Rollout = { chromiumId: id.value, firefoxId: gecko.id, url, version, settings }
  mkdirSync(target, { recursive: true })
  const updating = { ...forChrome, update_url: `${url}/updates.xml` }
  await crx3(zipOf(chrome, manifest(updating)), {
    keyPath: key,
    crxPath: join(target, `nhipso-${version}.crx`),
  })
  const own = { ...gecko, update_url: `${url}/updates.json` }
  const signable = { ...forFirefox, browser_specific_settings: { gecko: own } }
  await writeZip(zipOf(firefox, manifest(signable)), join(target, `nhipso-${version}-to-be-signed.xpi`))
  write(target, {
    'updates.xml': updatesXml(rollout, forChrome.minimum_chrome_version),
    'updates.json': updatesJson(rollout, gecko.strict_min_version),
    ...policyFiles(rollout),
  })
  return ok(id.value)
}

const manifest = (content: object): Readonly<Record<string, string>> => ({
  'manifest.json': JSON.stringify(content),
})

/** Registry files are UTF-16 with a mark, as Windows writes them; all others UTF-8. */
function write(target: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(target, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, name.endsWith('.reg') ? Buffer.from(`\ufeff${content}`, 'utf16le') : content)
  }
}
