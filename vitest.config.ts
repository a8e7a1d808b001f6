import { defineConfig } from 'vitest/config'
import { needOf } from './test/needs.ts'
import { tracked } from './test/rules/tree.ts'
import { SHARDS } from './test/scenes/shards.ts'
import { LongestFirst } from './test/sequence.ts'

const files = tracked(/^test\/.*\.test\.tsx?$/).map(file => ({ file, need: needOf(file) }))
const needing = (...needs: readonly string[]) =>
  files.filter(one => needs.includes(one.need)).map(one => one.file)
const under = (folders: RegExp, ...needs: readonly string[]): string[] =>
  needing(...needs).filter(file => folders.test(file))

const project = (name: string, include: readonly string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [...include], ...extra },
})

/** Files that compute, with what the others leave them. */
const patient = { testTimeout: 120_000, hookTimeout: 300_000 }
/** Files that mostly wait for real browsers and servers: more of them at once than the machine has cores. */
const real = { testTimeout: 180_000, hookTimeout: 300_000 }
const alone = { ...real, fileParallelism: false }

/** The same file once for each shard, which plays its own part of it. */
const scenes = (browser: keyof typeof SHARDS, file: string) =>
  SHARDS[browser].map(shard =>
    project(`scenes ${browser} ${shard.index + 1}`, [file], { ...real, provide: { shard } }),
  )

// The hub's own sentences once more, on PostgreSQL; and what takes both databases at once.
const ON_BOTH =
  /^test\/(stores\/|hub\/(ingest|reports|refusals|releases|roles|campaigns|stream|badge|official|agencies|summary|recount|audit|widgets|weekly|digest|pages|oembed|operator|fuzz|access)\.test)/

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['test/built.ts'],
    reporters: ['default', './test/reporter.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: Number(process.env.TEST_WORKERS ?? 2),
    passWithNoTests: true,
    // how long a condition is waited for: the machine is shared
    expect: { poll: { timeout: 10_000 } },
    projects: [
      project('rules', ['test/rules/**/*.test.ts']),
      project('unit', under(/^test\/(core|wire|extension|widgets|hub)\//, 'nothing'), patient),
      project('stores', under(ON_BOTH, 'nothing'), { ...patient, globalSetup: ['test/postgres.ts'] }),
      project('pages', under(/^test\/widgets\//, 'browser'), real),
      project('journey', under(/^test\/journey\//, 'browser', 'nothing'), real),
      project('embeds', under(/^test\/embeds\//, 'browser', 'nothing'), real),
      ...scenes('chromium', 'test/scenes/scenes.test.ts'),
      ...scenes('firefox', 'test/scenes/firefox.test.ts'),
      project('scenes window managers', ['test/scenes/window-managers.test.ts'], real),
      project('machine', needing('machine'), alone),
      project('quiet', needing('quiet'), alone),
    ],
  },
})
