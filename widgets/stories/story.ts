// What a story is: one element in one state and width, on a host page of its own.
import type { Embed } from '../../shared/wire/page.ts'
import type { BothLanguages } from '../../shared/wire/parse.ts'

/** What stands between the tags, and so on the page where nothing can be drawn. */
type Fallback = 'image' | 'link'

export interface Story {
  /** `score-stale`: the element, then its state. */
  readonly name: string
  readonly show: Embed
  readonly attributes: Readonly<Record<string, string>>
  /** CSS pixels of its place on the page. */
  readonly width: number
  /** A text that a reader sees in it; null: what stands between the tags stays. */
  readonly sees: string | null
  readonly told: BothLanguages
  readonly fallback?: Fallback
  /** The hub is silent from the second question on. */
  readonly loses?: boolean
  /** Opens the table. */
  readonly opened?: boolean
  /** On paper, or in colours that the reader has forced; else on a light and on a dark screen. */
  readonly on?: 'paper' | 'forced-colours'
}

type More = Partial<Pick<Story, 'fallback' | 'loses' | 'opened' | 'on'>>

/**
 * One line of a list: its state, its attributes as a webmaster writes them (`agency=ranked lang=en`), what it shows in
 * Vietnamese and in English. Without `sees`, what stands between the tags stays.
 */
export const story =
  (show: Embed, usual: number) =>
  (
    state: string,
    written: string,
    [vi, en]: readonly [vi: string, en: string],
    { width = usual, sees = null, ...more }: More & { width?: number; sees?: string } = {},
  ): Story => ({
    ...{ name: `${show}-${state}`, show, attributes: attributesOf(written), width, sees, told: { vi, en } },
    ...more,
  })

const attributesOf = (written: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    written
      .split(' ')
      .filter(Boolean)
      .map(one => one.split('=') as [string, string]),
  )

export const PAPER = { on: 'paper' } as const
export const FORCED = { on: 'forced-colours' } as const
