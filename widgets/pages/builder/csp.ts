// A site's Content-Security-Policy → the exact lines that let the hub in, and which snippet needs none of them. Pure.
import { type Policy, pastedPolicies } from './pasted-policies.ts'

export const RUNGS = ['image', 'element', 'frame'] as const
export type Rung = (typeof RUNGS)[number]

/**
 * `as-is`: works unchanged · `with-lines`: works once the lines are in · `with-nonce`: works where the site writes its
 * nonce onto the script's line, too · `never`: nothing that can be added lets it in
 */
type Verdict = 'as-is' | 'with-lines' | 'with-nonce' | 'never'
const FROM_BEST: readonly Verdict[] = ['as-is', 'with-lines', 'with-nonce', 'never']

export interface Advice {
  /** For each policy that needs any: each line replaces the directive of the same name, or stands beside the others. */
  readonly changes: readonly { readonly policy: number; readonly lines: readonly string[] }[]
  readonly verdicts: Readonly<Record<Rung, Verdict>>
  /** How many policies the browsers obey, and how many only report. */
  readonly policies: number
  readonly reportOnly: number
}

/** Where a directive is not given, the next one speaks for it. */
const SPEAKS: Readonly<Record<string, readonly string[]>> = {
  'img-src': ['img-src', 'default-src'],
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
}
/** What each snippet loads from the hub. */
const NEEDS: Readonly<Record<Rung, readonly string[]>> = {
  image: ['img-src'],
  element: ['img-src', 'script-src', 'connect-src'],
  frame: ['frame-src'],
}

/** @param pasted headers, a meta tag, a line of a server's configuration, or the bare value */
export function adviseOn(pasted: string, hub: string): Advice {
  const { policies, reportOnly } = pastedPolicies(pasted)
  const all = policies.map(policy => answerOf(policy, hub))
  const changes = all
    .map(({ lines }, i) => ({ policy: i + 1, lines: [...lines] }))
    .filter(one => one.lines.length > 0)
  const verdict = (rung: Rung): Verdict => worst(all.map(one => one.verdicts[rung]))
  const verdicts = { image: verdict('image'), element: verdict('element'), frame: verdict('frame') }
  return { changes, verdicts, policies: policies.length, reportOnly }
}

const worst = (verdicts: readonly Verdict[]): Verdict =>
  FROM_BEST[Math.max(0, ...verdicts.map(one => FROM_BEST.indexOf(one)))] ?? 'as-is'

function answerOf(policy: Policy, hub: string) {
  const lines = new Set<string>()
  const judge = (rung: Rung): Verdict =>
    worst([
      rung === 'element' && runsNoScript(policy) ? 'never' : 'as-is',
      ...NEEDS[rung].map(need => oneNeed(policy, need, hub, lines)),
    ])
  return { lines, verdicts: { image: judge('image'), element: judge('element'), frame: judge('frame') } }
}

/** Adds the line that helps, if one does. */
function oneNeed(policy: Policy, need: string, hub: string, lines: Set<string>): Verdict {
  const [name, sources] = speaking(policy, need)
  if (!name) return 'as-is'
  if (need === 'script-src' && trustsByNonceOnly(sources))
    return sources.some(source => /^'nonce-/i.test(source)) ? 'with-nonce' : 'never'
  if (sources.some(source => matches(source, new URL(hub)))) return 'as-is'
  lines.add(opened(need, name, sources, new URL(hub).origin))
  return 'with-lines'
}

const runsNoScript = (policy: Policy): boolean => {
  const allowed = policy.get('sandbox')
  return allowed !== undefined && !allowed.some(one => one.toLowerCase() === 'allow-scripts')
}

function speaking(policy: Policy, need: string): readonly [string | null, readonly string[]] {
  const name = SPEAKS[need]?.find(one => policy.has(one)) ?? null
  return [name, (name && policy.get(name)) || []]
}

/** Then browsers look at no address in the list. */
const trustsByNonceOnly = (sources: readonly string[]): boolean =>
  sources.some(source => /^'strict-dynamic'$/i.test(source))

/** Does a source let an address of the hub in? `'self'` is the site itself, never the hub. */
function matches(source: string, { protocol, hostname, port }: URL): boolean {
  if (source === '*' || source.toLowerCase() === protocol) return true
  if (source.toLowerCase() === 'http:' && protocol === 'https:') return true
  const [, scheme, host, itsPort, path] =
    /^(?:([a-z]+):\/\/)?(\*|[\w.*-]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? []
  if (!host || (path && path !== '/')) return false
  if (scheme && `${scheme.toLowerCase()}:` !== protocol && !(scheme === 'http' && protocol === 'https:'))
    return false
  return fitsHost(host.toLowerCase(), hostname) && (itsPort === '*' || (itsPort ?? '') === port)
}

const fitsHost = (host: string, hostname: string): boolean =>
  host === '*' || (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === hostname)

/** The directive with the hub in it. */
function opened(need: string, name: string, sources: readonly string[], origin: string): string {
  const kept = sources.filter(source => source.toLowerCase() !== "'none'")
  return `${name === 'default-src' || name === 'child-src' ? need : name} ${[...kept, origin].join(' ')};`
}
