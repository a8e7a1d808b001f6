// The iframe page of one score: small, complete, without JavaScript.
import { ScoreCard } from '../../shared/ui/ScoreCard.tsx'
import { liveWords } from '../../shared/ui/text/live.ts'
import { words } from '../../shared/ui/text/words.ts'
import themeCss from '../../shared/ui/theme.css?inline'
import type { PageFrame, Theme } from '../../shared/wire/page.ts'
import embedCss from './embed.css?inline'
import { publicLinksOf } from './links.ts'

export interface EmbedScoreProps {
  readonly frame: PageFrame
  readonly agency: string
  readonly theme: Theme
}

export function EmbedScore({ frame, agency, theme }: EmbedScoreProps) {
  const { lang, snapshot, now } = frame
  const cell = snapshot.agencies.find(one => one.id === agency)
  const title = cell ? words(lang).frameTitle(cell.name[lang]) : words(lang).agencyUnknown
  return (
    <html lang={lang} {...(theme !== 'auto' && { 'data-theme': theme })}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: themeCss + embedCss }} />
      </head>
      <body>
        <main>
          <h1 class="unseen">{title}</h1>
          {cell ? (
            <ScoreCard
              snapshot={snapshot}
              cell={cell}
              lang={lang}
              now={now}
              href={publicLinksOf(frame).agency(agency)}
            />
          ) : (
            <p class="note">
              {liveWords(lang)['unknown-agency']}: {agency}
            </p>
          )}
        </main>
      </body>
    </html>
  )
}
