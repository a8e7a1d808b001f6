// What the documents tell people to type can be typed: scripts exist, and a clone without a tag holds what is named next.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, tracked } from './tree.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const documents = tracked(/\.md$/).filter(file => existsSync(join(root, file)) && file !== 'CHANGELOG.md')

/** Every `npm run X`, `npm X`, in code blocks and in the running text. */
const scriptsIn = (text: string): string[] => [
  ...[...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:]*)/g)].map(found => found[1]!),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(found => found[1]!),
]

/** The command lines of the code blocks, without what only a person reads. */
const linesIn = (text: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, language]) => ['', 'sh', 'bash', 'console'].includes(language!))
    .flatMap(([, , block]) => block!.split('\n'))
    .map(line => line.replace(/\s*#.*$/, '').trim())
    .filter(Boolean)

describe('the documents', () => {
  it('name npm scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    const named = documents.flatMap(file => scriptsIn(read(file)).map(name => `${file}: npm run ${name}`))
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(one => !(one.split(' ').at(-1)! in scripts))).toEqual([])
  })

  it('would notice one that does not', () => {
    expect(scriptsIn('`npm run screenshots` and `npm run hub -- help`')).toEqual(['screenshots', 'hub'])
  })

  it('tell the same commands in both languages', () => {
    const pairs = documents
      .filter(file => /\.vi\.md$/.test(file))
      .map(file => [file, file.replace('.vi.md', '.md')] as const)
      .filter(([, english]) => documents.includes(english) && english !== 'README.md')
    expect(pairs.length).toBeGreaterThanOrEqual(4)
    for (const [vietnamese, english] of pairs)
      expect(linesIn(read(vietnamese)), vietnamese).toEqual(linesIn(read(english)))
  })
})

describe('the first command of an operator', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nhipso-clone-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('clones without a tag, and what comes holds everything that starts a hub', () => {
    const clone = linesIn(read('docs/operate.md')).find(line => /git clone/.test(line)) ?? ''
    const options = /git clone ((?:-\S+ )*)/.exec(clone)?.[1] ?? 'no such line'
    expect(options).toBe('')
    execFileSync('git', ['clone', '--quiet', root, join(folder, 'nhipso')], { stdio: 'ignore' })
    const there = [
      'package.json',
      'package-lock.json',
      'hub/admin/main.ts',
      'shared/data/platforms.json',
      'docs/operate/nhipso.service',
    ]
    expect(there.filter(file => !existsSync(join(folder, 'nhipso', file)))).toEqual([])
  })
})
