// Hub → page renderer: what each server-rendered page is drawn from. The hub knows no JSX: it is handed `RenderPage`.
import type { Language } from '../core/language.ts'
import type { Campaign, CampaignBundle, Level } from './campaign.ts'
import type { OfficialResult, Snapshot } from './snapshot.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
/** The theme that a query or an attribute names; `auto` for anything else. */
export const themeOf = (value: string | null | undefined): Theme => THEMES.find(t => t === value) ?? 'auto'

/** The elements of the kit. */
export const EMBEDS = ['score', 'trend', 'targets', 'board', 'ticker'] as const
export type Embed = (typeof EMBEDS)[number]

export interface FrameSize {
  readonly width: number
  readonly height: number
}

/** CSS pixels that each frame needs, with room for a second line. */
const FRAME_SIZES: Readonly<Record<Embed, FrameSize>> = {
  score: { width: 250, height: 130 },
  trend: { width: 480, height: 260 },
  targets: { width: 480, height: 320 },
  board: { width: 600, height: 480 },
  ticker: { width: 600, height: 150 },
}

/** The frame of an element where there is so much room: a narrower one is higher. */
export function frameSizeOf(show: Embed, room: number = Number.POSITIVE_INFINITY): FrameSize {
  const { width, height } = FRAME_SIZES[show]
  return room < width ? { width: room, height: Math.round(height * 1.3) } : { width, height }
}

/** The systems that agencies' sites are made with, for which the builder has a recipe. */
export const CMSES = ['nukeviet', 'sharepoint', 'liferay', 'dnn', 'wordpress', 'joomla', 'html'] as const
export type Cms = (typeof CMSES)[number]

/** How a site trusts the script: always the newest · one version with its hash · a copy of its own. */
export const TRUSTS = ['rolling', 'pinned', 'own'] as const
export type Trust = (typeof TRUSTS)[number]

/** How large a widget stands on its page. */
export const SIZES = ['small', 'normal', 'large'] as const
export type Size = (typeof SIZES)[number]

/** A published version of the widgets' script. */
export interface PublishedScript {
  readonly version: string
  /** What stands in `integrity="…"`. */
  readonly integrity: string
  /** When it was published, epoch ms. */
  readonly since: number
}

/** That an agency's site shows a snippet. Nothing is known about its readers. */
export interface Site {
  readonly host: string
  readonly kind: 'image' | 'element' | 'frame'
  /** Of an element `1` (rolling) or the pinned version; of a frame its name; of an image its format. */
  readonly version: string
  /** Day on which it was seen last. */
  readonly lastDay: string
}

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
  /** Published versions of the script, the newest first; on the builder's and the webmasters' page. */
  readonly scripts?: readonly PublishedScript[]
  /** Agency sites that show snippets, by host; on the webmasters' page. */
  readonly sites?: readonly Site[]
  /** What there is to choose from, the running one first; on the scoreboard and the builder's page. */
  readonly campaigns?: readonly Pick<Campaign, 'id' | 'number' | 'name'>[]
  /** Closed weeks, the newest first; on the scoreboard. */
  readonly weeks?: readonly string[]
  /** The campaign that pages show when none is named. */
  readonly usual?: string
  /** The hub's clock when the page was drawn, epoch ms. */
  readonly now: number
  /** The hub's own rule: people needed before anything is told (`MIN_GROUP`). */
  readonly minGroup: number
  /** Days that the hub keeps day totals. */
  readonly keptDays: number
}

export type Page =
  | {
      readonly page: 'scoreboard'
      readonly level: Level
      readonly block: string | null
      /** A closed week; now where it is left out. */
      readonly week?: string
      /** Part of a name, as somebody typed it. */
      readonly search?: string
    }
  | { readonly page: 'agency'; readonly agency: string }
  | { readonly page: 'how' }
  | { readonly page: 'webmasters' }
  | {
      readonly page: 'builder'
      readonly agency: string | null
      readonly show: Embed
      readonly theme: Theme
      readonly size: Size
      readonly cms: Cms
      readonly trust: Trust
      /** Language of the snippet. */
      readonly speaks: Language
      /** What a ranking is of: a block's id, or a whole level; null: the block of the agency. */
      readonly ranking: string | null
      /** Written into the snippet; null: whichever runs. */
      readonly campaign: string | null
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

/** What the built pages give the hub. */
export interface BuiltPages {
  readonly render: RenderPage
  /** The texts of the style sheets that stand inside the documents, as they stand there: the policy names their hashes. */
  readonly styles: readonly string[]
}
