// For webmasters: the published versions with their hashes, and which public site shows which snippet. No reader is counted.
import { dayOf } from '../../shared/core/day.ts'
import { builderWords } from '../../shared/text/builder.ts'
import { dayText } from '../../shared/ui/format.ts'
import { untranslated } from '../../shared/ui/no-translate.ts'
import type { PageFrame, PublishedScript, Site } from '../../shared/wire/page.ts'
import { Document } from './Document.tsx'
import { linksOf } from './links.ts'

/** What a webmaster must know before pasting anything. */
export function Webmasters({ frame }: { readonly frame: PageFrame }) {
  const said = builderWords(frame.lang).webmasters
  return (
    <Document page={{ page: 'webmasters' }} frame={frame} title={said.title} description={said.description}>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <Versions frame={frame} />
      <Sites frame={frame} />
    </Document>
  )
}

function Versions({ frame }: { readonly frame: PageFrame }) {
  const said = builderWords(frame.lang).webmasters
  const { scripts = [] } = frame
  return (
    <section aria-labelledby="versions" class="panel">
      <h2 id="versions">{said.versions}</h2>
      {scripts.length === 0 ? (
        <p>{said.noVersions}</p>
      ) : (
        <table class="plain stacked">
          <Heads names={[said.version, said.since, said.integrity, said.copy]} />
          <tbody>
            {scripts.map(one => (
              <Version key={one.version} frame={frame} script={one} />
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href={linksOf(frame).integrity()}>{said.list}</a>
      </p>
    </section>
  )
}

const Version = ({ frame, script }: { readonly frame: PageFrame; readonly script: PublishedScript }) => (
  <tr>
    <th scope="row" {...untranslated}>
      {script.version}
    </th>
    <td>{dayText(dayOf(script.since))}</td>
    <td {...untranslated}>
      <code>{script.integrity}</code>
    </td>
    <td>
      <a href={linksOf(frame).ownCopy(script.version)}>nhipso-{script.version}.zip</a>
    </td>
  </tr>
)

function Sites({ frame }: { readonly frame: PageFrame }) {
  const said = builderWords(frame.lang).webmasters
  const { sites = [] } = frame
  return (
    <section aria-labelledby="sites" class="panel">
      <h2 id="sites">{said.sites}</h2>
      <p>{said.sitesHint}</p>
      {sites.length === 0 ? (
        <p>{said.noSites}</p>
      ) : (
        <table class="plain stacked">
          <Heads names={[said.host, said.shows, said.lastSeen]} />
          <tbody>
            {sites.map(site => (
              <Seen key={`${site.host} ${site.kind} ${site.version}`} frame={frame} site={site} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const Seen = ({ frame, site }: { readonly frame: PageFrame; readonly site: Site }) => (
  <tr>
    <th scope="row" {...untranslated}>
      {site.host}
    </th>
    <td>
      {builderWords(frame.lang).webmasters.kinds[site.kind]} {versionOf(site, frame)}
    </td>
    <td>{dayText(site.lastDay)}</td>
  </tr>
)

/** A pinned version that has been superseded is told: nobody else tells a webmaster. */
function versionOf({ kind, version }: Site, { lang, scripts = [] }: PageFrame): string {
  const said = builderWords(lang).webmasters
  if (kind !== 'element') return `(${version})`
  if (version === '1') return `(${said.newest})`
  return version === scripts[0]?.version ? version : `${version} (${said.old})`
}

const Heads = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map(name => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
)
