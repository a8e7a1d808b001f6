// What every iframe page wears: a small whole document, transparent around its card; with JavaScript it follows releases.
import type { ComponentChildren } from 'preact'
import type { PageFrame, Theme } from '../../../shared/wire/page.ts'
import { linksOf } from '../links.ts'
import { livePart } from '../live-part.ts'
import { FRAME_STYLE } from '../styles.ts'

export interface EmbedFrameProps {
  readonly frame: PageFrame
  readonly theme: Theme
  readonly title: string
  readonly children: ComponentChildren
}

/** A page for a frame, without navigation; `theme` holds whatever the reader’s screen says. */
export const EmbedFrame = ({ frame, theme, title, children }: EmbedFrameProps) => (
  <html lang={frame.lang} {...(theme !== 'auto' && { 'data-theme': theme })}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: FRAME_STYLE }} />
      <script async src={linksOf(frame).liveScript()} />
    </head>
    <body>
      <main {...livePart(frame)}>{children}</main>
    </body>
  </html>
)
