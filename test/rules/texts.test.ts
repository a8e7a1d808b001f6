import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, tracked } from './tree.ts'

type Texts = Readonly<Record<string, unknown>>

/** Every text of a tree, by its dotted key; a text with parts to fill in is shown as its source. */
function flatten(texts: unknown, key = ''): [string, string][] {
  if (typeof texts === 'string') return [[key, texts]]
  if (typeof texts === 'function') return [[key, String(texts)]]
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([name, value]) => flatten(value, key ? `${key}.${name}` : name))
}

const modules = async (path: string): Promise<Texts> => (await import(join(root, path))) as Texts

/** The one exported object of a text file, whatever it is called. */
const textsOf = async (path: string): Promise<Map<string, string>> =>
  new Map(flatten(Object.values(await modules(path)).find(value => typeof value === 'object')))

const surfaces = tracked(/^shared\/text\/\w+\.vi\.ts$/).map(file => file.replace('.vi.ts', ''))

describe('texts', () => {
  it('are found where people read them', () => expect(surfaces.length).toBeGreaterThanOrEqual(5))

  it.each(surfaces)('%s: every text is there in Vietnamese and in English', async surface => {
    const [vi, en] = await Promise.all([textsOf(`${surface}.vi.ts`), textsOf(`${surface}.en.ts`)])
    expect(vi.size).toBeGreaterThan(5)
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort())
    expect([...vi, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it.each(surfaces)('%s: English holds no Vietnamese left over', async surface => {
    const own =
      /Nhịp Số|Tây Ninh|Việt|Tiếng|Luật|NĐ-CP|QH\d|QĐ|KH-UBND|DỮ LIỆU MẪU|vi-VN|Xem trang này bằng tiếng Việt|Cốc Cốc/g
    const en = await textsOf(`${surface}.en.ts`)
    const left = [...en].filter(([, text]) =>
      /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text.replace(own, '')),
    )
    expect(left).toEqual([])
  })

  it('the manifest’s texts are there in both languages', () => {
    const read = (language: string): Record<string, { message: string }> =>
      JSON.parse(readFileSync(join(root, `extension/public/_locales/${language}/messages.json`), 'utf8'))
    expect(Object.keys(read('en')).sort()).toEqual(Object.keys(read('vi')).sort())
    for (const { message } of [...Object.values(read('vi')), ...Object.values(read('en'))]) {
      expect(message.trim()).not.toBe('')
      expect(message.length).toBeLessThanOrEqual(132) // Chrome's limit for a description
    }
  })
})
