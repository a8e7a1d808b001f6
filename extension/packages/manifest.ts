// What the build wrote a moment ago, read back: its shape is `wxt.config.ts`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const chromium = v.looseObject({ version: v.string(), minimum_chrome_version: v.string() })

const firefox = v.looseObject({
  browser_specific_settings: v.object({
    gecko: v.looseObject({ id: v.string(), strict_min_version: v.string() }),
  }),
})

const readManifest = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))

/** The manifest of a Chromium build, all keys kept. Throws where the folder holds no such manifest. */
export const chromiumManifest = (folder: string): v.InferOutput<typeof chromium> =>
  v.parse(chromium, readManifest(folder))

/** The manifest of a Firefox build, all keys kept. Throws where the folder holds no such manifest. */
export const firefoxManifest = (folder: string): v.InferOutput<typeof firefox> =>
  v.parse(firefox, readManifest(folder))
