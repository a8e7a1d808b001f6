// The table of the house, read by the architecture rule and by the README's rule.

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
  'extension/packages': { rooms: ['shared/core'], packages: ['crx3', 'yazl', 'node:'] },
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
    rooms: ['shared/core', 'shared/wire', 'shared/text', 'shared/data'],
    packages: [
      'hono',
      '@hono/node-server',
      'kysely',
      'better-sqlite3',
      'pg',
      'pino',
      'prom-client',
      'rate-limiter-flexible',
      'papaparse',
      'commander',
      'valibot',
      'nodemailer',
      '@valibot/to-json-schema',
      '@resvg/resvg-js',
      'fflate',
      'node:',
    ],
  },
}
