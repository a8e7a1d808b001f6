// `npm run build`: the store packages, the widgets, and with `--crx --key FILE --url URL` what a self-hosted rollout needs.
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { pack } from './managed.ts'
import { binOf, runNode } from './run-node.ts'

const ROOT = join(import.meta.dirname, '../..')
const USAGE = `npm run build [-- --crx --key FILE --url URL [--hub URL] [--code CODE]]
  --crx        also the packages for a rollout by policy
  --key FILE   RSA private key (PEM) that signs the CRX and makes the extension's id
  --url URL    https address of the folder from which browsers will fetch the packages
  --hub URL    hub address in the policy files
  --code CODE  enrolment code in the policy files; the person's consent is asked all the same`

const options = {
  crx: { type: 'boolean' },
  key: { type: 'string' },
  url: { type: 'string' },
  hub: { type: 'string' },
  code: { type: 'string' },
} as const

function wrongUsage(detail: string): never {
  console.error(`${detail}\n\n${USAGE}`)
  process.exit(2)
}

function run(file: string, ...args: readonly string[]): void {
  const done = runNode(file, ...args)
  if (done.ok) return
  console.error(done.detail)
  process.exit(1)
}

async function rollOut(key: string, url: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const target = join(ROOT, '.output/managed')
  const done = await pack({ built: join(ROOT, '.output'), target, key, url: withoutSlash(url), settings })
  if (!done.ok) wrongUsage(done.detail)
  console.log(`\n${relative(ROOT, target)}: extension id ${done.value}; next steps: docs/deploy.md`)
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '')

function readArgs() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error))
  }
}

const { crx = false, key, url, hub, code } = readArgs()
if (crx && !key) wrongUsage('--crx needs --key FILE')
if (crx && !/^https:\/\//.test(url ?? '')) wrongUsage('--crx needs --url https://…')
run(binOf('wxt'), 'zip', '-b', 'chrome', '--mv3')
run(binOf('wxt'), 'zip', '-b', 'firefox', '--mv3')
run('widgets/build.ts')
if (crx && key && url) {
  await rollOut(key, url, { ...(hub ? { hubUrl: hub } : {}), ...(code ? { enrolmentCode: code } : {}) })
}
