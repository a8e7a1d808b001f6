// `npm run audit`: what the registry knows against the packages in the lockfile. Called by .ci/run.
//
// The rule: a known vulnerability of high or critical severity in a package that runs in production fails; anything
// milder, or in a package that only builds and tests, is a warning. Where the registry answers no audit, that is a
// warning with its reason: nothing was found out, and nothing is claimed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { npm } from './npm.ts'

const ROOT = join(import.meta.dirname, '..')
const ANSWER_WITHIN_MS = 120_000
const FAILS = ['high', 'critical']

/** npm's report, as far as we read it. */
const report = v.object({
  auditReportVersion: v.literal(2),
  vulnerabilities: v.record(
    v.string(),
    v.object({
      name: v.string(),
      severity: v.string(),
      via: v.array(v.union([v.string(), v.object({ title: v.string(), url: v.string() })])),
      /** Paths in the lockfile. */
      nodes: v.array(v.string()),
    }),
  ),
})
type Vulnerability = v.InferOutput<typeof report>['vulnerabilities'][string]

/** What npm says instead, where the registry gave no answer. */
const trouble = v.object({
  message: v.optional(v.string()),
  error: v.optional(v.object({ code: v.optional(v.nullable(v.string())), summary: v.optional(v.string()) })),
})

const lockfile = v.object({
  packages: v.record(
    v.string(),
    v.object({ dev: v.optional(v.boolean()), devOptional: v.optional(v.boolean()) }),
  ),
})

const { stdout, error } = npm(['audit', '--json'], {
  cwd: ROOT,
  encoding: 'utf8',
  timeout: ANSWER_WITHIN_MS,
  stdio: ['ignore', 'pipe', 'ignore'],
})
const lock = v.parse(lockfile, JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
const said = parsed(String(stdout))
const answer = v.safeParse(report, said)
if (answer.success) tell(Object.values(answer.output.vulnerabilities))
else console.log(`warning: the dependencies were not audited: ${reasonOf(said)}`)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function reasonOf(other: unknown): string {
  if (error) return `npm audit gave no answer: ${error.message}`
  const read = v.safeParse(trouble, other)
  const { message, error: cause } = read.success ? read.output : {}
  const words = message || cause?.summary || cause?.code
  return words ? (words.split('\n')[0] ?? '') : 'npm audit said nothing that can be read'
}

function tell(found: readonly Vulnerability[]): void {
  const grave = found.filter(one => FAILS.includes(one.severity) && one.nodes.some(runsInProduction))
  for (const one of found) console.log(`${grave.includes(one) ? 'FAULT' : 'warning'}: ${described(one)}`)
  const all = Object.keys(lock.packages).length - 1
  console.log(
    `${all} packages audited: ${found.length} with a known vulnerability, ${grave.length} of them grave`,
  )
  if (grave.length > 0) console.log('mend: npm update NAME, or another package; see SECURITY.md')
  process.exitCode = grave.length > 0 ? 1 : 0
}

function runsInProduction(path: string): boolean {
  const { dev = false, devOptional = false } = lock.packages[path] ?? {}
  return !dev && !devOptional
}

function described({ name, severity, via, nodes }: Vulnerability): string {
  const reasons = via.map(one => (typeof one === 'string' ? `through ${one}` : `${one.title} (${one.url})`))
  const where = nodes.some(runsInProduction) ? 'runs in production' : 'builds and tests only'
  return `${name}, ${severity}, ${where}: ${reasons.join('; ')}`
}
