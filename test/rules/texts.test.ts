import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesIn, SURFACES, textsOf } from './surfaces.ts'
import { root, tracked } from './tree.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Where Vietnamese may stand in source outside shared/text, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'extension/pages/welcome/consent.ts': 'the law that the consent rests on, by its own name',
  'hub/admin/agency-roll.ts': 'headings of sheets: read, never shown',
  'hub/admin/digest.ts': 'headings of sheets: read, never shown',
  'hub/admin/results.ts': 'headings of sheets: read, never shown',
  'shared/ui/strip-diacritics.ts': 'the letter that Unicode does not take apart',
  'widgets/stories/': 'host pages of the kit: what each is called, and what must show on it',
}

/** Source that reaches people: not the texts, not the campaign's data, not the sample, not the tests. */
const product = tracked(/\.(tsx?|html|css|mjs)$/).filter(
  file => !/^(?:test|shared\/text|shared\/data|hub\/sample)\//.test(file),
)

const VIETNAMESE = /[àáãèéìíòóõùúýăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i
/** Two names are the same in every language. */
const NAMES = /Nhịp Số|Tây Ninh/g

/** Source without its comments; a `//` inside a string is no comment. */
const uncommented = (source: string): string =>
  source.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|<!--[\s\S]*?-->/g,
    (_, string: string | undefined) => string ?? '',
  )

/** Words of people's language in a source: a line with Vietnamese, or a table of both languages. */
function strayWords(source: string): readonly string[] {
  const code = uncommented(source)
  const lines = code.split('\n').filter(line => VIETNAMESE.test(line.replace(NAMES, '')))
  const tables = code.match(/\bvi:\s*(['"`])(?!\1)[^'"`]*\1,\s*en:\s*['"`]/g) ?? []
  return [...lines, ...tables]
}

describe('texts', () => {
  it('stand in one file a surface, Vietnamese and English beside each other, each file seen here', () => {
    const files = tracked(/^shared\/text\/.*\.ts$/)
    const paired = SURFACES.flatMap(surface => [`${surface}.vi.ts`, `${surface}.en.ts`])
    const chosen = files.filter(file => !paired.includes(file))
    expect(SURFACES.length).toBeGreaterThanOrEqual(15)
    expect(paired.filter(file => !files.includes(file))).toEqual([])
    // a third file chooses the language; the shared terms are chosen by their surfaces
    const choosable = SURFACES.filter(one => one !== 'shared/text/terms').map(surface => `${surface}.ts`)
    expect(chosen.sort()).toEqual([...choosable, 'shared/text/dates.ts'].sort())
  })

  it.each(SURFACES)('%s: every text is there in Vietnamese and in English', async surface => {
    const [vi, en] = [await textsOf(surface, 'vi'), await textsOf(surface, 'en')]
    expect(vi.size).toBeGreaterThan(0)
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort())
    expect([...vi, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it.each(SURFACES)('%s: English holds no Vietnamese left over', async surface => {
    const own =
      /Nhịp Số|Tây Ninh|Việt|Tiếng|Luật|NĐ-CP|QH\d|QĐ|KH-UBND|DỮ LIỆU MẪU|vi-VN|Xem trang này bằng tiếng Việt|Cốc Cốc/g
    const left = [...(await textsOf(surface, 'en'))].filter(([, text]) =>
      /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text.replace(own, '')),
    )
    expect(left).toEqual([])
  })

  it('stand nowhere else in the product', () => {
    expect(product.length).toBeGreaterThan(300)
    const strays = product.filter(file => strayWords(read(file)).length > 0)
    const excused = (file: string) => Object.keys(ALLOWED).find(start => file.startsWith(start))
    expect(strays.filter(file => !excused(file))).toEqual([])
    expect([...new Set(strays.map(excused))].sort()).toEqual(Object.keys(ALLOWED).sort())
  })

  it('would notice a private table of words, and no comment', () => {
    expect(strayWords("const label = 'Chưa đồng ý'")).toHaveLength(1)
    expect(strayWords('<p>Chưa đồng ý</p>')).toHaveLength(1)
    expect(strayWords("const hi = { vi: 'Xin', en: 'Please' }")).toHaveLength(1)
    expect(
      strayWords("const hub = 'https://x' // Chưa đồng ý\n/** Chưa đồng ý */ const n = 'Nhịp Số'"),
    ).toEqual([])
  })

  it('the manifest’s texts are there in both languages', () => {
    const [vi, en] = [messagesIn('vi'), messagesIn('en')]
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort())
    for (const text of [...vi.values(), ...en.values()]) {
      expect(text.trim()).not.toBe('')
      expect(text.length).toBeLessThanOrEqual(132) // Chrome's limit for a description
    }
  })
})
