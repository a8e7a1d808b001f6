// The first line of an iframe page: what it shows, with a link out of the frame, and that it is a sample.
import { SampleMark } from '../../../shared/ui/SampleMark.tsx'
import type { PageFrame } from '../../../shared/wire/page.ts'

export interface EmbedHeadProps {
  readonly frame: PageFrame
  readonly title: string
  readonly href: string
}

/** The title of a frame’s content; its link leaves the frame. */
export const EmbedHead = ({ frame, title, href }: EmbedHeadProps) => (
  <h1>
    <a href={href} target="_top">
      {title}
    </a>{' '}
    {frame.snapshot.sample && <SampleMark />}
  </h1>
)
