// A stranger types the field's word and finds the file.
import { describe, expect, it } from 'vitest'
import { tracked } from './tree.ts'

/** The word that an engineer types, the file or folder that it must hit, and the one other word under which it may stand. */
const WORDS: readonly (readonly [word: string, hit: string, synonym?: string])[] = [
  // crossing the wire
  ['cors', 'hub/http/cors.ts'],
  ['authenticate', 'hub/http/authenticate.ts'],
  ['authorize', 'hub/http/authorize.ts'],
  ['etag', 'hub/http/etag.ts'],
  ['cache', 'hub/http/etag.ts', 'etag'],
  ['gzip', 'hub/http/content-coding.ts', 'content-coding'],
  ['sse', 'hub/http/event-streams.ts', 'event-streams'],
  ['csp', 'hub/http/csp.ts'],
  ['rate-limit', 'hub/http/rate-limits.ts'],
  ['metrics', 'hub/http/metrics.ts'],
  ['logger', 'hub/http/logger.ts'],
  ['problem', 'hub/http/problem.ts'],
  ['openapi', 'hub/http/openapi.ts'],
  ['dispatch', 'hub/http/dispatch.ts'],
  ['signature', 'shared/wire/signature.ts'],
  ['routes', 'shared/wire/routes.ts'],
  ['report', 'shared/wire/report.ts'],
  ['snapshot', 'shared/wire/snapshot.ts'],
  ['team', 'shared/wire/team.ts'],
  // the hub's inside
  ['config', 'hub/config.ts'],
  ['random', 'hub/random.ts'],
  ['cli', 'hub/admin/cli.ts'],
  ['csv', 'hub/admin/csv.ts'],
  ['mail', 'hub/admin/mail.ts'],
  ['smtp', 'hub/admin/mail.ts', 'mail'],
  ['backup', 'hub/admin/backup.ts'],
  ['restore', 'hub/admin/backup.ts', 'backup'],
  ['doctor', 'hub/admin/doctor.ts'],
  ['audit', 'hub/release/audit.ts'],
  ['digest', 'hub/render/digest.ts'],
  ['erase', 'hub/admin/erase.ts'],
  ['enrol', 'hub/members/enrol.ts'],
  ['ingest', 'hub/ingest/ingest-reports.ts'],
  ['group-commit', 'hub/ingest/group-commit.ts'],
  ['release', 'hub/release'],
  ['quantiles', 'hub/release/quantiles.ts'],
  ['cohort', 'hub/release/cohort.ts'],
  ['board', 'hub/published/board.ts'],
  ['badge', 'hub/render/badge-svg.ts'],
  ['svg', 'hub/render/badge-svg.ts'],
  ['png', 'hub/render/png.ts'],
  ['oembed', 'hub/routes/oembed.ts'],
  ['health', 'hub/routes/health.ts'],
  ['robots', 'hub/routes/crawlers.ts', 'crawlers'],
  ['key', 'hub/routes/key.ts'],
  ['transaction', 'hub/store/transaction.ts'],
  ['migration', 'hub/store/migrations'],
  ['postgres', 'hub/store/postgres.ts'],
  ['sqlite', 'hub/store/sqlite.ts'],
  ['schema', 'hub/store/schema.ts'],
  ['seed', 'hub/sample/seed-history.ts'],
  ['simulate', 'hub/sample/simulate.ts'],
  // the core
  ['calendar', 'shared/core/calendar.ts'],
  ['score', 'shared/core/score.ts'],
  ['rank', 'shared/core/rank.ts'],
  ['suppress', 'shared/core/suppress.ts'],
  ['segment', 'shared/core/segment.ts'],
  ['platform', 'shared/core/platform.ts'],
  ['language', 'shared/core/language.ts'],
  ['tier', 'shared/ui/tier.ts'],
  ['format', 'shared/ui/format.ts'],
  ['theme', 'shared/ui/theme.css'],
  ['trend', 'shared/ui/TrendLine.tsx'],
  ['i18n', 'shared/text', 'text'],
  // the extension
  ['idle', 'extension/watch/browser-events.ts', 'browser-events'],
  ['heartbeat', 'extension/watch/heartbeat.ts'],
  ['session', 'extension/watch/session.ts'],
  ['outbox', 'extension/store/outbox.ts'],
  ['backoff', 'extension/sync/backoff.ts'],
  ['retry', 'extension/sync/backoff.ts', 'backoff'],
  ['redirect', 'extension/sync/hub-redirect.ts'],
  ['settings', 'extension/store/settings.ts'],
  ['identity', 'extension/store/identity.ts'],
  ['consent', 'extension/pages/welcome/consent.ts'],
  ['permission', 'extension/pages/permission.ts'],
  ['export', 'extension/pages/diary/exports.ts'],
  ['xlsx', 'extension/pages/diary/exports.ts', 'exports'],
  ['import', 'extension/store/imported-days.ts'],
  ['popup', 'extension/pages/popup'],
  ['diary', 'extension/pages/diary'],
  ['welcome', 'extension/pages/welcome'],
  ['options', 'extension/pages/options'],
  ['heatmap', 'extension/pages/diary/HeatMap.tsx'],
  ['chart', 'extension/pages/diary/bar-chart.ts'],
  // the widgets
  ['targets', 'widgets/elements/nhipso-targets.ts'],
  ['ticker', 'widgets/elements/nhipso-ticker.ts'],
  ['iframe', 'widgets/pages/embed', 'embed'],
  ['builder', 'widgets/pages/builder'],
  ['snippet', 'widgets/pages/builder/Snippets.tsx'],
  // how it is checked and told
  ['attack', 'test/hub/attack.ts'],
  ['fuzz', 'test/hub/fuzz.test.ts'],
  ['bench', 'test/bench'],
  ['faults', 'test/bench/faults.ts'],
  ['accuracy', 'test/bench/accuracy.ts'],
  ['scenes', 'test/scenes'],
  ['fixtures', 'test/fixtures'],
  ['stories', 'widgets/stories'],
  ['shots', 'test/shots'],
  ['glossary', 'docs/glossary.md'],
]

const files = tracked(/./)

const norm = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '')

/** What the last part of a path is called, without its ending. */
const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\..*$/, '')

const isThere = (path: string): boolean => files.some(file => file === path || file.startsWith(`${path}/`))

describe('the field’s words', () => {
  it('are many, and each once', () => {
    expect(WORDS.length).toBeGreaterThanOrEqual(70)
    expect(new Set(WORDS.map(([word]) => word)).size).toBe(WORDS.length)
  })

  it.each(WORDS.map(([word, hit, name = word]) => ({ word, hit, name })))(
    '$word leads to $hit',
    ({ hit, name }) => {
      expect(norm(nameOf(hit))).toContain(norm(name))
      expect(isThere(hit), `${hit} is not there`).toBe(true)
    },
  )
})

it('no file is called what says nothing', () => {
  const empty = /^(?:utils?|helpers?|common|misc|managers?|services?|handlers?|types)$/i
  expect(files.filter(file => /\.(?:tsx?|md|css)$/.test(file) && empty.test(nameOf(file)))).toEqual([])
})
