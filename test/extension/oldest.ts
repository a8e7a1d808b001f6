// What the oldest browsers that we promise know of: asked of MDN's compatibility data, for scripts, style sheets and extension APIs.
import { createRequire } from 'node:module'
import type { CompatData, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'
import postcss from 'postcss'
import { parseAst } from 'vite'

const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData

export interface Oldest {
  readonly browser: 'chrome' | 'firefox'
  readonly version: number
}

/** Known without a flag, a prefix or another name; what the data do not know at all is taken for known. */
function isKnown(feature: Identifier | undefined, { browser, version }: Oldest): boolean {
  const support = feature?.__compat?.support[browser]
  if (!support) return true
  return [support].flat().some(one => one !== undefined && holds(one, version))
}

function holds(statement: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed, flags, prefix, alternative_name: other } = statement
  if (typeof added !== 'string' || flags || prefix || other) return false
  return Number(added.replace('≤', '')) <= version && !(removed && Number(removed) <= version)
}

const partsOf = (feature: Identifier | undefined): [string, Identifier][] =>
  Object.entries(feature ?? {}).filter(([name]) => name !== '__compat') as [string, Identifier][]

const { builtins } = data.javascript
const roots = [...partsOf(data.api), ...partsOf(builtins)]
/** `fetch`, `URL`, `structuredClone` */
const globals = new Map<string, Identifier>([
  ...partsOf(data.api.Window).filter(([name]) => !name.endsWith('_event')),
  ...roots,
])
/** Every method or property by its name, of whatever it is one. */
const members = new Map<string, Identifier[]>()
for (const [, root] of roots)
  for (const [name, feature] of partsOf(root)) {
    const own = name.replace(/_static$/, '')
    if (!name.endsWith('_event')) members.set(own, [...(members.get(own) ?? []), feature])
  }

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}
const isNode = (one: unknown): one is Node => typeof one === 'object' && one !== null && 'type' in one

/** Every node of a script below and including this one; names of properties are no nodes of their own. */
function* nodesOf(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one)
  if (!isNode(node)) return
  yield node
  for (const [name, part] of Object.entries(node)) {
    const names = (name === 'key' || name === 'property') && !node.computed
    if (!names && typeof part === 'object') yield* nodesOf(part)
  }
}

/** `name` of `x.name`; not of `x[name]`. */
const memberOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'MemberExpression' && !node.computed && isNode(node.property)
    ? String(node.property.name)
    : null

/** Methods that are called, and globals that are named, that this browser does not know. */
export function newInScript(code: string, oldest: Oldest): readonly string[] {
  const found = new Set<string>()
  for (const node of nodesOf(parseAst(code))) {
    const called = node.type === 'CallExpression' ? memberOf(node.callee) : null
    const all = called === null ? [] : (members.get(called) ?? [])
    if (all.length > 0 && all.every(one => !isKnown(one, oldest))) found.add(`.${called}()`)
    const name = node.type === 'Identifier' ? String(node.name) : ''
    if (globals.has(name) && !isKnown(globals.get(name), oldest)) found.add(name)
    const { regex } = node as { regex?: { flags: string } }
    if (regex?.flags.includes('v') && !isKnown(builtins?.RegExp?.unicodeSets, oldest)) found.add('/…/v')
  }
  return [...found].sort()
}

const { properties = {}, selectors = {}, types = {}, 'at-rules': rules = {} } = data.css

/** Functions of CSS by name, in every type of value that has them. */
const functions = new Map<string, Identifier[]>()
const gather = (tree: Identifier): void => {
  for (const [name, feature] of partsOf(tree)) {
    functions.set(name, [...(functions.get(name) ?? []), feature])
    gather(feature)
  }
}
gather(types)

/** `size` of `@page` and the like: no property. */
const isDescriptor = ({ parent }: postcss.Declaration): boolean =>
  parent?.type === 'atrule' && ['page', 'font-face'].includes((parent as postcss.AtRule).name)

/** Properties, values, functions, selectors and conditions that this browser does not know. */
export function newInStyles(css: string, oldest: Oldest): readonly string[] {
  const found = new Set<string>()
  const ask = (name: string, feature: Identifier | undefined): void => {
    if (!isKnown(feature, oldest)) found.add(name)
  }
  postcss.parse(css).walk(node => {
    if (node.type === 'decl' && isDescriptor(node)) return
    if (node.type === 'decl' && !node.prop.startsWith('--')) {
      const property = properties[node.prop]
      ask(node.prop, property)
      for (const [word] of node.value.matchAll(/(?<![\w-])[a-z-]+(?![\w(-])/g))
        ask(`${node.prop}: ${word}`, property?.[word])
    }
    if (node.type === 'decl')
      for (const [, name = ''] of node.value.matchAll(/([a-z-]+)\(/g)) {
        const all = functions.get(name) ?? []
        if (all.length > 0 && all.every(one => !isKnown(one, oldest))) found.add(`${name}()`)
      }
    if (node.type === 'rule') {
      if (node.parent?.type === 'rule') ask('nesting', selectors.nesting)
      for (const [, name = ''] of node.selector.matchAll(/::?([a-z-]+)/g)) ask(`:${name}`, selectors[name])
    }
    if (node.type === 'atrule') {
      ask(`@${node.name}`, rules[node.name])
      for (const [, name = ''] of node.params.matchAll(/\(\s*([a-z-]+)/g))
        ask(`@${node.name} (${name})`, rules[node.name]?.[name])
      if (/[<>]=?/.test(node.params)) ask('@media range', rules.media?.range_syntax)
    }
  })
  return [...found].sort()
}

/** `browser.action.openPopup` and the like, as the sources name them. */
export function newInExtension(source: string, oldest: Oldest): readonly string[] {
  const { api = {} } = data.webextensions
  const calls = [...source.matchAll(/\bbrowser\.(\w+)\??\.(\w+)/g)]
  const asked = calls.map(
    ([, space = '', member = '']) => [`${space}.${member}`, api[space]?.[member]] as const,
  )
  return [...new Set(asked.filter(([, feature]) => !isKnown(feature, oldest)).map(([name]) => name))].sort()
}

/** Keys of a manifest that this browser does not know. */
export const newInManifest = (manifest: object, oldest: Oldest): readonly string[] =>
  Object.keys(manifest).filter(key => !isKnown(data.webextensions.manifest?.[key], oldest))
