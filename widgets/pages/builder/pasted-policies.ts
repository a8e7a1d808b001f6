// What a webmaster pastes (headers as a tool shows them, a meta tag, a line of a server's configuration) → the policies in it. Pure.
import parse from 'content-security-policy-parser'

/** One policy, its directives by name. */
export type Policy = ReadonlyMap<string, readonly string[]>

export interface Pasted {
  /** Those that browsers obey; all of them must agree. */
  readonly policies: readonly Policy[]
  /** How many only report and block nothing. */
  readonly reportOnly: number
}

/** The header's name, and what stands between it and its value: a colon, a quote, `content=`, `value=`. */
const NAME = /content-security-policy(-report-only)?["']?[ \t]*[:=]?\s*(?:(?:content|value)\s*=\s*)?/i
const EVERY_NAME = new RegExp(NAME, 'gi')
/** Another header, or the answer's first line, ends a value that goes on over several lines. */
const NEXT_HEADER = /\n\s*(?:[a-z][a-z0-9-]*:(?=\s)|HTTP\/|<\/?(?:meta|add)\b)/i

/** @param text without the header's name it is one value */
export function pastedPolicies(text: string): Pasted {
  const names = [...text.matchAll(EVERY_NAME)]
  if (names.length === 0) return { policies: policiesOf(text), reportOnly: 0 }
  const values = names.map((found, i) => ({
    told: found[1] !== undefined,
    value: valueIn(text.slice(found.index + found[0].length, names[i + 1]?.index)),
  }))
  return {
    policies: values.filter(one => !one.told).flatMap(one => policiesOf(one.value)),
    reportOnly: values.filter(one => one.told).length,
  }
}

/** What stands in double quotes; else up to the next header. */
function valueIn(rest: string): string {
  const quoted = /^"([^"]*)"/.exec(rest)?.[1]
  const value = quoted ?? rest.split(NEXT_HEADER)[0] ?? ''
  return value
    .replace(/["<].*$/s, '')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replace(/&amp;/gi, '&')
}

/** Several policies may be joined by commas. An empty one rules nothing. */
const policiesOf = (value: string): readonly Policy[] =>
  value
    .split(',')
    .map(parse)
    .filter(policy => policy.size > 0)
