// Hub → page renderer: what each server-rendered page is drawn from. The hub knows no JSX: it is handed `RenderPage`.
import type { CampaignBundle, Level } from './campaign.ts'
import type { OfficialResult, Snapshot } from './snapshot.ts'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** `?lang=`, else Vietnamese. */
export const languageOf = (value: string | null | undefined): Language => (value === 'en' ? 'en' : 'vi')

const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const themeOf = (value: string | null | undefined): Theme => THEMES.find(t => t === value) ?? 'auto'

/** The elements of the kit. */
export const EMBEDS = ['score', 'trend', 'targets', 'board', 'ticker'] as const
export type Embed = (typeof EMBEDS)[number]

/** The systems that agencies' sites are made with, for which the builder has a recipe. */
export const CMSES = ['nukeviet', 'sharepoint', 'liferay', 'dnn', 'wordpress', 'joomla', 'html'] as const
export type Cms = (typeof CMSES)[number]

/** What every page needs to know. */
export interface PageFrame {
  /** PUBLIC_URL, without a slash at its end. */
  readonly hub: string
  readonly lang: Language
  readonly bundle: CampaignBundle
  readonly snapshot: Snapshot
  /** Official results of the agency that the page is about, by target and period; none on other pages. */
  readonly official?: readonly OfficialResult[]
  /** The campaign has ended and its final table can be downloaded. */
  readonly decided?: boolean
  /** The hub's clock when the page was drawn, epoch ms. */
  readonly now: number
  /** The hub's own rule: people needed before anything is told (`MIN_GROUP`). */
  readonly minGroup: number
  /** Days that the hub keeps day totals. */
  readonly keptDays: number
}

export type Page =
  | { readonly page: 'scoreboard'; readonly level: Level; readonly block: string | null }
  | { readonly page: 'agency'; readonly agency: string }
  | { readonly page: 'how' }
  | {
      readonly page: 'builder'
      readonly agency: string | null
      readonly show: Embed
      readonly theme: Theme
      readonly cms: Cms
      /** The site's Content-Security-Policy, as somebody pasted it; null where nobody did. */
      readonly policy: string | null
    }
  | {
      readonly page: 'embed'
      readonly embed: 'score' | 'trend' | 'targets'
      readonly agency: string
      readonly theme: Theme
    }
  | {
      readonly page: 'embed'
      readonly embed: 'board' | 'ticker'
      readonly level: Level
      readonly block: string | null
      readonly theme: Theme
    }

/** Draws a whole HTML document, complete without JavaScript. Throws only on a bug. */
export type RenderPage = (page: Page, frame: PageFrame) => string
