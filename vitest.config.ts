import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, ...extra },
})

/** Real browsers and servers: one file at a time, so that two cores measure one thing. */
const real = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      project('rules', ['test/rules/**/*.test.ts']),
      project('unit', ['test/{core,wire,extension,widgets,hub}/**/*.test.{ts,tsx}'], { testTimeout: 30_000 }),
      // The hub's own sentences once more, on PostgreSQL; and what takes both databases at once.
      project(
        'stores',
        [
          'test/stores/**/*.test.ts',
          'test/hub/{ingest,reports,refusals,releases,roles,campaigns,stream,badge,official,agencies,summary,recount,audit,widgets,weekly,digest,pages,oembed,operator}.test.ts',
          'test/hub/{fuzz,access}.test.ts',
        ],
        {
          globalSetup: ['test/postgres.ts'],
          testTimeout: 60_000,
        },
      ),
      project('journey', ['test/journey/**/*.test.ts', 'test/scenes/**/*.test.ts'], real),
      project('embeds', ['test/embeds/**/*.test.ts'], real),
    ],
  },
})
