// What every page wears: head, banner, navigation, footer. No inline script: strict policies hold.
import type { ComponentChildren } from 'preact'
import { words } from '../../shared/text/ui.ts'
import { SampleMark } from '../../shared/ui/SampleMark.tsx'
import type { Page, PageFrame } from '../../shared/wire/page.ts'
import { addressOf, linksOf, publicLinksOf } from './links.ts'
import { PAGE_STYLE } from './styles.ts'

export interface DocumentProps {
  readonly page: Page
  readonly frame: PageFrame
  readonly title: string
  readonly description: string
  /** Does the page show a live element? */
  readonly live?: boolean
  /** Do its marked parts (`data-live`) follow new releases? */
  readonly follows?: boolean
  readonly children: ComponentChildren
}

/** A whole page: head, navigation, content, foot, under the hub’s content security policy. */
export const Document = (props: DocumentProps) => (
  <html lang={props.frame.lang}>
    <Head {...props} />
    <body>
      <a class="skip" href="#main">
        {words(props.frame.lang).skip}
      </a>
      <Banner {...props} />
      <main id="main" tabIndex={-1}>
        {props.frame.bundle.sample && <SampleBanner {...props} />}
        {props.children}
      </main>
      <Footer {...props} />
    </body>
  </html>
)

function Head({ page, frame, title, description, live = false, follows = false }: DocumentProps) {
  const said = words(frame.lang)
  const links = linksOf(frame)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${said.product}`}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={said.product} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={addressOf(page, publicLinksOf(frame))} />
      <meta property="og:image" content={publicLinksOf(frame).poster(page)} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="canonical" href={addressOf(page, publicLinksOf(frame))} />
      <meta property="og:locale" content={frame.lang === 'en' ? 'en_GB' : 'vi_VN'} />
      <link rel="alternate" hreflang="vi" href={addressOf(page, linksOf(frame, 'vi'))} />
      <link rel="alternate" hreflang="en" href={addressOf(page, linksOf(frame, 'en'))} />
      {(page.page === 'agency' || page.page === 'scoreboard') && (
        <link
          rel="alternate"
          type="application/json+oembed"
          title={title}
          href={publicLinksOf(frame).oembed(addressOf(page, publicLinksOf(frame)))}
        />
      )}
      <link rel="icon" href={ICON} />
      <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
      {live && <script async src={links.script()} />}
      {follows && <script async src={links.liveScript()} />}
    </head>
  )
}

function Banner({ page, frame }: DocumentProps) {
  const said = words(frame.lang)
  const links = linksOf(frame)
  const other = frame.lang === 'en' ? 'vi' : 'en'
  const current = (is: boolean) => (is ? 'page' : undefined)
  return (
    <header>
      <a class="brand" href={links.board()}>
        <Pulse />
        {said.product}
      </a>
      <nav aria-label={said.menu}>
        <a href={links.board()} aria-current={current(page.page === 'scoreboard')}>
          {said.board}
        </a>
        <a href={links.how()} aria-current={current(page.page === 'how')}>
          {said.how}
        </a>
        <a href={links.builder()} aria-current={current(page.page === 'builder')}>
          {said.builder}
        </a>
      </nav>
      <a
        class="language"
        href={addressOf(page, linksOf(frame, other))}
        hreflang={other}
        lang={other}
        title={said.otherLanguageHint}
      >
        {said.otherLanguage}
      </a>
    </header>
  )
}

const PULSE = 'M4 17h6l3-8 5 15 4-11 2 4h4'

/** The mark in the browser's tab, without a request. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6470"/><path d="${PULSE}" fill="none" stroke="#fff" stroke-width="2.4"/></svg>`,
)}`

const Pulse = () => (
  <svg class="pulse" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <rect width="32" height="32" rx="7" />
    <path d={PULSE} />
  </svg>
)

const SampleBanner = ({ frame }: DocumentProps) => (
  <p class="sample-banner" role="note">
    <SampleMark /> {words(frame.lang).sampleBanner}
  </p>
)

function Footer({ frame }: DocumentProps) {
  const said = words(frame.lang)
  const { campaign } = frame.bundle
  return (
    <footer>
      <p>
        <strong>{said.notOfficial}</strong>
      </p>
      <p>{said.noPerson}</p>
      <p>
        {said.campaign}: {campaign.name[frame.lang]} ({campaign.number}, {campaign.period.fromYear}–
        {campaign.period.toYear})
      </p>
    </footer>
  )
}
