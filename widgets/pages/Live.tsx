// A live element over its image, as a webmaster would paste it: our own pages use what they offer.
import type { HTMLAttributes } from 'preact'
import { words } from '../../shared/text/ui.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import type { BothLanguages } from '../../shared/wire/parse.ts'
import { linksOf, unusual } from './links.ts'
import { BADGE_SIZE } from './snippets.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'nhipso-score': HTMLAttributes<HTMLElement> & {
        agency: string
        campaign?: string | undefined
        live?: string
      }
    }
  }
}

export interface LiveProps {
  readonly frame: PageFrame
  readonly agency: { readonly id: string; readonly name: BothLanguages }
  /** Will there be other figures? What has ended is asked for once. */
  readonly follows: boolean
}

/** The score element on the hub’s own page, filled at the server and moving by itself after that. */
export const Live = ({ frame, agency, follows }: LiveProps) => (
  <nhipso-score
    agency={agency.id}
    campaign={unusual(frame) ?? undefined}
    lang={frame.lang}
    {...(!follows && { live: 'off' })}
  >
    <a href={linksOf(frame).agency(agency.id)}>
      <img
        src={linksOf(frame).badge(agency.id)}
        {...BADGE_SIZE}
        alt={words(frame.lang).badgeAlt(agency.name[frame.lang])}
      />
    </a>
  </nhipso-score>
)
