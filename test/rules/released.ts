// `released.json`: what each released version is made of, by hash. `node test/rules/released.ts` prints the line of what is built now.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tree.ts'

/** Hashes by path of the built file: `dist/widgets/nhipso.js` → `sha384-…`. */
export type Artefacts = Readonly<Record<string, string>>

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

export const ownVersion = (): string => {
  const { version }: { readonly version: string } = JSON.parse(read('package.json'))
  return version
}

/** By version. What stands here never changes. */
export const released = (): Readonly<Record<string, Artefacts>> => JSON.parse(read('released.json'))

/** What a version is handed out as: the widgets' script, and the packages of both stores. */
const filesOf = (version: string): readonly string[] => [
  'dist/widgets/nhipso.js',
  `.output/nhipso-${version}-chrome.zip`,
  `.output/nhipso-${version}-firefox.zip`,
]

/** The hashes of what is built here under a version; what is not built is left out. */
export const built = (version: string): Artefacts =>
  Object.fromEntries(
    filesOf(version)
      .filter(file => existsSync(join(root, file)))
      .map(file => [
        file,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(root, file)))
          .digest('base64')}`,
      ]),
  )

if (import.meta.main) console.log(JSON.stringify({ [ownVersion()]: built(ownVersion()) }, null, 2))
