// Every hub URL, built in one place. Paths are promised (contract): change one only with a version step.
import { elementRoutes, id, under } from './element-routes.ts'

/** All of them; see `under` for `hub`. */
export const routes = (hub: string) => {
  const at = under(hub)
  return {
    ...elementRoutes(hub),
    campaigns: () => at('/api/v1/campaigns'),
    campaign: (campaign: string) => at(`/api/v1/campaigns/${id(campaign)}`),
    summary: (campaign: string, type: 'json' | 'csv', lang?: string) =>
      at(`/api/v1/campaigns/${id(campaign)}/final.${type}`, { lang }),
    enrolments: () => at('/api/v1/enrolments'),
    links: () => at('/api/v1/links'),
    reports: () => at('/api/v1/reports'),
    me: () => at('/api/v1/me'),
    key: () => at('/api/v1/me/key'),
    unit: () => at('/api/v1/me/unit'),
    views: () => at('/api/v1/me/views'),
    team: (agency: string, week?: string) => at('/api/v1/team', { agency, week }),
    teamExport: (agency: string) => at('/api/v1/team', { agency, for: 'export' }),
    notes: () => at('/api/v1/team/notes'),
    note: (note: string) => at(`/api/v1/team/notes/${id(note)}`),
    overview: () => at('/api/v1/team/overview'),
    overviewExport: () => at('/api/v1/team/overview', { for: 'export' }),
    badge: (
      agency: string,
      query: { lang?: string; theme?: string; style?: string; campaign?: string } = {},
    ) => at(`/badge/${id(agency)}.svg`, query),
    badgePng: (
      agency: string,
      query: { lang?: string; theme?: string; style?: string; scale?: string } = {},
    ) => at(`/badge/${id(agency)}.png`, query),
    poster: (page: 'board' | 'how' | 'builder', lang?: string) => at(`/og/${page}.png`, { lang }),
    agencyPoster: (agency: string, lang?: string) => at(`/og/agency/${id(agency)}.png`, { lang }),
    embed: (
      element: string,
      query: {
        agency?: string
        level?: string
        block?: string
        campaign?: string
        lang?: string
        theme?: string
      } = {},
    ) => at(`/embed/${id(element)}`, query),
    sheet: (query: { level?: string; block?: string; week?: string; lang?: string } = {}) =>
      at('/scores.csv', query),
    oembed: (url: string) => at('/oembed', { url }),
    widgets: () => at('/w/1/nhipso.js'),
    pinned: (version: string) => at(`/w/${id(version)}/nhipso.js`),
    ownCopy: (version: string) => at(`/w/nhipso-${id(version)}.zip`),
    integrity: () => at('/w/integrity.json'),
    liveScript: () => at('/page/live.js'),
    builderScript: () => at('/page/builder.js'),
    webmasters: (lang?: string) => at('/webmasters', { lang }),
    builder: (query: { agency?: string; show?: string; lang?: string } = {}) => at('/builder', query),
    how: (lang?: string) => at('/how', { lang }),
  }
}
