import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'
import { defineConfig } from 'wxt'
import platforms from './shared/data/platforms.json' with { type: 'json' }
import { parseAgencies, parseCalendar, parseCampaign, parsePlatforms } from './shared/wire/campaign.ts'
import type { Parse } from './shared/wire/parse.ts'

/** The province's own domain: a new provincial platform then needs no new permission. */
const PROVINCE = '*://*.tayninh.gov.vn/*'

/** National platforms whose time counts, from the shipped catalogue. */
function nationalHosts(): string[] {
  const read = parsePlatforms(platforms)
  if (!read.ok) throw new Error(read.detail)
  const tracked = read.value.platforms.filter(p => p.scope === 'national' && p.use === 'track')
  return [...new Set(tracked.map(p => `*://${p.host}/*`))].sort()
}

/** Pages load nothing from outside; requests go to the hub only: https, or plain http inside this machine. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Each shipped file and its door. */
const DOORS: readonly (readonly [RegExp, Parse<object>])[] = [
  [/shared\/data\/campaigns\/[^/]+\.json$/, parseCampaign],
  [/shared\/data\/platforms\.json$/, parsePlatforms],
  [/shared\/data\/agencies\.json$/, parseAgencies],
  [/shared\/data\/calendar\.json$/, parseCalendar],
]

/** What people read on web pages: a background of 25 kB and a popup of 30 kB cannot carry it. */
const READ_ELSEWHERE = {
  goals: [],
  contents: [],
  documents: [],
  sources: [],
  theme: null,
  evidence: '',
  category: '',
  issuer: { vi: '', en: '' },
  number: '',
  note: undefined,
}

/** The shipped campaign passes its doors here, once, so that no browser has to read it again. */
const shippedData = {
  name: 'shipped-data',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    const parse = DOORS.find(([file]) => file.test(id))?.[1]
    if (!parse) return null
    const read = parse(JSON.parse(code))
    if (!read.ok) throw new Error(`${id}: ${read.detail}`)
    const lean = (key: string, value: unknown) =>
      key in READ_ELSEWHERE ? READ_ELSEWHERE[key as keyof typeof READ_ELSEWHERE] : value
    return { code: JSON.stringify(read.value, lean), map: null }
  },
}

const POPUP = fileURLToPath(new URL('extension/entrypoints/popup/main.tsx', import.meta.url))

/** What the popup shares with other pages is one file: many small ones compress worse, and wait for each other. */
const firstFrame: Rolldown.Plugin = {
  name: 'first-frame',
  outputOptions(options) {
    if (options.format === 'iife') return null // the background is one file
    const needed = new Set<string>()
    const need = (id: string, graph: Rolldown.ChunkingContext): void => {
      if (needed.has(id)) return
      needed.add(id)
      for (const next of graph.getModuleInfo(id)?.importedIds ?? []) need(next, graph)
    }
    const name: Rolldown.CodeSplittingNameFunction = (id, graph) => {
      if (needed.size === 0) need(POPUP, graph)
      return needed.has(id) ? 'first' : null
    }
    return { ...options, codeSplitting: { groups: [{ name, minShareCount: 2 }] } }
  },
}

/**
 * Vite hands every `import()` a helper that fetches style sheets beforehand (https://github.com/vitejs/vite/issues/18551: `modulePreload: false` keeps it).
 * No dynamic part of ours brings a sheet, and the popup's first load has no room for what does nothing.
 */
const plainImport = {
  name: 'plain-import',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = load => load()' : null,
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  // what a reviewer builds from: test/extension/sources.test.ts
  zip: { excludeSources: ['dist/**', 'docs/shots/**', '**/*.tsbuildinfo'] },
  vite: () => ({
    plugins: [shippedData, firstFrame, plainImport],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // all files lie on the person's own disk: hints to load them earlier would only cost bytes
    build: {
      target: ['chrome109', 'firefox140'],
      modulePreload: false,
      // a term that several surfaces share stands where it is said: the popup carries no other page's words
      rolldownOptions: { optimization: { inlineConst: true } },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Nhịp Số',
    description: '__MSG_description__',
    default_locale: 'vi',
    permissions: ['alarms', 'idle', 'storage'],
    host_permissions: [PROVINCE, ...nationalHosts()],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
  }),
})

const CHROMIUM = {
  minimum_chrome_version: '109',
  storage: { managed_schema: 'managed-schema.json' },
}

const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'nhipso@tayninh.gov.vn',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['browsingActivity' as const] },
    },
  },
}
