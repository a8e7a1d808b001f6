// A site's Content-Security-Policy → the exact lines that let the hub in, and which snippet needs none of them. Pure.

export const RUNGS = ['image', 'element', 'frame'] as const
export type Rung = (typeof RUNGS)[number]

/** `as-is`: works unchanged · `with-lines`: works once the lines are in · `never`: this policy trusts scripts by nonce only */
type Verdict = 'as-is' | 'with-lines' | 'never'

export interface Advice {
  /** Each replaces the directive of the same name, or stands beside the others where there is none. */
  readonly lines: readonly string[]
  readonly verdicts: Readonly<Record<Rung, Verdict>>
}

type Policy = ReadonlyMap<string, readonly string[]>

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

/** @param header the value, with or without its name; several policies may be joined by commas: all must agree */
export function adviseOn(header: string, hub: string): Advice {
  const policies = policiesOf(header)
  const { origin } = new URL(hub)
  const lines = new Set<string>()
  const verdicts = { image: verdict('image'), element: verdict('element'), frame: verdict('frame') }
  return { lines: [...lines], verdicts }

  function verdict(rung: Rung): Verdict {
    let worst = 'as-is' as Verdict
    for (const policy of policies)
      for (const need of NEEDS[rung]) {
        const [name, sources] = speaking(policy, need)
        if (!name || allows(sources, hub)) continue
        const line = opened(need, name, sources, origin)
        if (line) lines.add(line)
        worst = line && worst !== 'never' ? 'with-lines' : 'never'
      }
    return worst
  }
}

function policiesOf(header: string): readonly Policy[] {
  const value = header.replace(/^\s*content-security-policy(?:-report-only)?\s*:/i, '')
  return value.split(',').map(policyOf)
}

/** Of a directive that is given twice, browsers take the first. */
function policyOf(text: string): Policy {
  const policy = new Map<string, readonly string[]>()
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/)
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources)
  }
  return policy
}

function speaking(policy: Policy, need: string): readonly [string | null, readonly string[]] {
  const name = SPEAKS[need]?.find(one => policy.has(one)) ?? null
  return [name, (name && policy.get(name)) || []]
}

const trustsByNonceOnly = (sources: readonly string[]): boolean =>
  sources.some(source => /^'strict-dynamic'$/i.test(source))

/** Does a list let an address of the hub in? `'self'` is the site itself, never the hub. */
const allows = (sources: readonly string[], hub: string): boolean =>
  !trustsByNonceOnly(sources) && sources.some(source => matches(source, new URL(hub)))

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

/** The directive with the hub in it; null where no line helps. */
function opened(need: string, name: string, sources: readonly string[], origin: string): string | null {
  if (need === 'script-src' && trustsByNonceOnly(sources)) return null
  const kept = sources.filter(source => source.toLowerCase() !== "'none'")
  return `${name === 'default-src' || name === 'child-src' ? need : name} ${[...kept, origin].join(' ')};`
}
