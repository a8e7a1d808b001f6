// The table of the house, read by the architecture rule and by the README's rule.

const SHARED_OF_HUB = ['shared/core', 'shared/wire', 'shared/text', 'shared/data'] as const

/** The hub's rooms that know neither HTTP nor a picture. */
const DOMAIN = ['hub/store', 'hub/ingest', 'hub/members', 'hub/release', 'hub/published'] as const

/** The hub's rooms, from the store up to its entrances. Nobody imports a room that imports it. */
export const HUB_ROOMS = [
  ...DOMAIN,
  'hub/render',
  'hub/http',
  'hub/routes',
  'hub/admin',
  'hub/sample',
] as const

/** The doors of the hub's process: only they may import its app and main. */
export const ENTRANCES = ['hub/admin/serve.ts', 'hub/sample/start.ts', 'hub/sample/prepare.ts'] as const

/** Who may import whom, and which packages: the table of the house. The longest room that fits a file is its room. */
export const ARROWS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  'shared/core': { rooms: [], packages: [] },
  'shared/wire': { rooms: ['shared/core'], packages: ['valibot'] },
  'shared/text': { rooms: ['shared/core'], packages: [] },
  'shared/ui': { rooms: ['shared/core', 'shared/wire', 'shared/text'], packages: ['preact'] },
  'shared/data': { rooms: [], packages: [] },
  extension: {
    rooms: [
      'shared/core',
      'shared/wire',
      'shared/text',
      'shared/ui',
      'shared/data',
      'extension/watch',
      'extension/store',
      'extension/sync',
      'extension/pages',
    ],
    packages: ['wxt', 'preact', '@preact/signals'],
  },
  'extension/packages': { rooms: ['shared/core'], packages: ['crx3', 'yazl', 'valibot', 'node:'] },
  'extension/watch': {
    rooms: ['shared/core', 'shared/wire', 'extension/store', 'extension'],
    packages: ['wxt'],
  },
  'extension/store': {
    rooms: ['shared/core', 'shared/wire', 'shared/data', 'extension'],
    packages: ['idb', 'wxt'],
  },
  'extension/sync': {
    rooms: ['shared/core', 'shared/wire', 'shared/data', 'extension/store', 'extension'],
    packages: ['wxt'],
  },
  'extension/pages': {
    rooms: ['shared/core', 'shared/wire', 'shared/text', 'shared/ui', 'extension/store', 'extension'],
    packages: ['preact', '@preact/signals', 'wxt', 'write-excel-file', 'uplot'],
  },
  widgets: {
    rooms: ['shared/core', 'shared/wire', 'shared/text', 'shared/ui'],
    packages: [
      'preact',
      '@preact/signals',
      'preact-render-to-string',
      'vite',
      'content-security-policy-parser',
    ],
  },
  hub: {
    rooms: [...SHARED_OF_HUB, ...HUB_ROOMS],
    packages: ['@hono/node-server', 'hono', 'node:', 'valibot'],
  },
  'hub/store': {
    rooms: [...SHARED_OF_HUB, 'hub'],
    packages: ['better-sqlite3', 'kysely', 'node:', 'pg'],
  },
  'hub/ingest': { rooms: [...SHARED_OF_HUB, 'hub', 'hub/store'], packages: ['node:'] },
  'hub/members': { rooms: [...SHARED_OF_HUB, 'hub', 'hub/store'], packages: ['node:'] },
  'hub/release': { rooms: [...SHARED_OF_HUB, 'hub', 'hub/store', 'hub/ingest'], packages: ['node:'] },
  'hub/published': { rooms: [...SHARED_OF_HUB, 'hub', 'hub/store'], packages: ['node:'] },
  'hub/render': {
    rooms: [...SHARED_OF_HUB, 'hub', 'hub/store', 'hub/published'],
    packages: ['@resvg/resvg-js', 'fflate', 'node:', 'papaparse'],
  },
  'hub/http': {
    rooms: [...SHARED_OF_HUB, 'hub', 'hub/store', 'hub/ingest', 'hub/published', 'hub/render'],
    packages: [
      '@hono/node-server',
      '@valibot/to-json-schema',
      'node:',
      'pino',
      'prom-client',
      'rate-limiter-flexible',
    ],
  },
  'hub/routes': {
    rooms: [...SHARED_OF_HUB, 'hub', ...DOMAIN, 'hub/render', 'hub/http'],
    packages: ['kysely', 'node:', 'papaparse'],
  },
  'hub/admin': {
    rooms: [...SHARED_OF_HUB, 'hub', ...DOMAIN, 'hub/render'],
    packages: ['commander', 'kysely', 'node:', 'nodemailer', 'papaparse'],
  },
  'hub/sample': {
    rooms: [...SHARED_OF_HUB, 'hub', ...DOMAIN],
    packages: ['kysely', 'node:'],
  },
}
