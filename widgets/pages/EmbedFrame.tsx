// What every iframe page wears: a small whole document, transparent around its card, without JavaScript.
import type { ComponentChildren } from 'preact'
import themeCss from '../../shared/ui/theme.css?inline'
import type { Language, Theme } from '../../shared/wire/page.ts'
import embedCss from './embed.css?inline'

export interface EmbedFrameProps {
  readonly lang: Language
  readonly theme: Theme
  readonly title: string
  readonly children: ComponentChildren
}

export const EmbedFrame = ({ lang, theme, title, children }: EmbedFrameProps) => (
  <html lang={lang} {...(theme !== 'auto' && { 'data-theme': theme })}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: themeCss + embedCss }} />
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
)
