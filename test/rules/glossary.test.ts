// One word for one thing: docs/glossary.md is the list, and the texts keep to it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesIn, SURFACES, textsOf } from './surfaces.ts'
import { root, tracked } from './tree.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const glossary = read('docs/glossary.md')

/** The rows of the table that follows a line. */
const rowsAfter = (line: string): readonly (readonly string[])[] =>
  (glossary.split(`\n${line}\n`)[1] ?? '')
    .split('\n\n')[0]!
    .split('\n')
    .filter(row => row.startsWith('| '))
    .map(row => row.split('|').slice(1, -1))
    .map(cells => cells.map(cell => cell.trim()))

const pairs = rowsAfter('| Vietnamese | English | in the code |')
const forbidden = rowsAfter('| not | but |').map(([not]) => not!)

/** Whether whole words stand in a text, whatever their capitals. */
const says = (text: string, words: string): boolean =>
  new RegExp(`(?<!\\p{L})${words.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(
    text.toLowerCase(),
  )

type Sides = readonly [key: string, vi: string, en: string]

/** Every text in both languages. */
async function sides(): Promise<readonly Sides[]> {
  const all: [string, ReadonlyMap<string, string>, ReadonlyMap<string, string>][] = [
    ['_locales', messagesIn('vi'), messagesIn('en')],
  ]
  for (const surface of SURFACES)
    all.push([surface, await textsOf(surface, 'vi'), await textsOf(surface, 'en')])
  return all.flatMap(([surface, vi, en]) =>
    [...vi].map(([key, text]): Sides => [`${surface} ${key}`, text, en.get(key) ?? '']),
  )
}

/** Texts that say the Vietnamese word without the English one; an English word may go on (`platforms`). */
const unpaired = (texts: readonly Sides[], vi: string, en: string): readonly string[] =>
  texts
    .filter(([, vietnamese]) => says(vietnamese, vi))
    .filter(
      ([, , english]) => !en.split(', ').some(form => english.toLowerCase().includes(form.toLowerCase())),
    )
    .map(([key]) => key)

/** Old spellings of tone marks: `hoá` for `hóa`. Proper names follow shared/data. */
const OLD_TONE = /(?<!\p{L})\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu

const broken = (text: string): readonly string[] => [
  ...forbidden.filter(words => says(text, words)),
  ...(OLD_TONE.exec(text) ?? []),
]

const pages = tracked(/(?:\.vi|\/vi)\.md$/)

describe('the glossary', () => {
  it.each(pairs)('%s is %s, and %s in the code', async (vi, en, code) => {
    const texts = await sides()
    expect(
      texts.some(([, vietnamese]) => says(vietnamese, vi!)),
      'is said somewhere',
    ).toBe(true)
    expect(unpaired(texts, vi!, en!)).toEqual([])
    const word = code!.replaceAll('`', '')
    const source = tracked(/^(?:shared|hub|extension|widgets)\/.*\.tsx?$/)
    expect(source.some(file => read(file).includes(word))).toBe(true)
  })

  it('keeps words that are not to be said out of the texts and of the Vietnamese pages', async () => {
    expect(pairs.length).toBeGreaterThanOrEqual(20)
    expect(forbidden.length).toBeGreaterThanOrEqual(10)
    expect(pages.length).toBeGreaterThanOrEqual(7)
    const texts = (await sides()).map(([key, vi]) => [key, broken(vi)] as const)
    const shown = pages.map(page => [page, broken(read(page))] as const)
    expect([...texts, ...shown].filter(([, found]) => found.length > 0)).toEqual([])
  })

  it('would notice a pair that has come apart', () => {
    const texts: readonly Sides[] = [
      ['a', 'Nhập mã tham gia', 'Enter the code'],
      ['b', 'Nền tảng khác', 'Other platforms'],
    ]
    expect(unpaired(texts, 'mã tham gia', 'enrolment code')).toEqual(['a'])
    expect(unpaired(texts, 'nền tảng', 'platform')).toEqual([])
  })

  it('would notice a word that is not to be said, and an old spelling', () => {
    expect(broken('Mã ghi danh của bạn')).toEqual(['ghi danh', 'bạn'])
    expect(broken('Điều chỉnh bản đồ, toàn tỉnh, Quý vị xóa, hóa đơn')).toEqual([])
    expect(broken('xoá')).toEqual(['xoá'])
  })
})
