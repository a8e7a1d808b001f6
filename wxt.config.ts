import { defineConfig } from 'wxt'
import platforms from './shared/data/platforms.json' with { type: 'json' }
import { parsePlatforms } from './shared/wire/campaign.ts'

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

/** Goals, contents and documents of a campaign are read on web pages: a background of 25 kB cannot carry them. */
const leanCampaigns = {
  name: 'lean-campaigns',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/shared\/data\/campaigns\/[^/]+\.json$/.test(id)) return null
    const campaign = JSON.parse(code) as object
    return { code: JSON.stringify({ ...campaign, goals: [], contents: [], documents: [] }), map: null }
  },
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  vite: () => ({
    plugins: [leanCampaigns],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: ['chrome109', 'firefox140'] },
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
