// The texts of the product as a rule sees them: surface → language → key → text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, tracked } from './tree.ts'

type Lang = 'vi' | 'en'

/** `shared/text/popup` … : each has a file in Vietnamese; that it has one in English is a rule. */
export const SURFACES = tracked(/^shared\/text\/[\w-]+\.vi\.ts$/).map(file => file.replace('.vi.ts', ''))

/** Every text of a tree, by its dotted key; a text with parts to fill in is shown as its source. */
function flatten(texts: unknown, key = ''): [string, string][] {
  if (typeof texts === 'string') return [[key, texts]]
  if (typeof texts === 'function') return [[key, String(texts)]]
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([name, value]) => flatten(value, key ? `${key}.${name}` : name))
}

/** All that a text file exports; its main table stands without a name before its keys. */
export async function textsOf(surface: string, lang: Lang): Promise<ReadonlyMap<string, string>> {
  const exported: Record<string, unknown> = await import(join(root, `${surface}.${lang}.ts`))
  return new Map(
    Object.entries(exported).flatMap(([name, value]) => flatten(value, name === lang ? '' : name)),
  )
}

/** What the browser shows of the extension by itself: name, description, icon, reminders. */
export function messagesIn(lang: Lang): ReadonlyMap<string, string> {
  const file = join(root, `extension/public/_locales/${lang}/messages.json`)
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(Object.entries(messages).map(([key, { message }]) => [key, message]))
}
