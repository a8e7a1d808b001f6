// The few hub URLs that a small script needs: the elements on other people's pages, and the popup. Paths are promised (contract).

/** A part of a path. */
export const id = encodeURIComponent

/** `hub` is the hub's public address, with or without a slash at its end. */
export const under =
  (hub: string) =>
  (path: string, query: Readonly<Record<string, string | undefined>> = {}): string => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query)) if (value) search.set(key, value)
    const tail = search.toString()
    return `${hub.replace(/\/+$/, '')}${path}${tail && '?'}${tail}`
  }

/** What an element on somebody's web page asks for and links to: alone, so that its script stays small. */
export const elementRoutes = (hub: string) => {
  const at = under(hub)
  return {
    agencyScores: (agency: string, campaign?: string) => at(`/api/v1/scores/${id(agency)}`, { campaign }),
    stream: (campaign?: string) => at('/api/v1/scores/stream', { campaign }),
    agency: (agency: string, lang?: string) => at(`/agency/${id(agency)}`, { lang }),
    scores: (query: { campaign?: string | undefined; level?: string; block?: string } = {}) =>
      at('/api/v1/scores', query),
    board: (
      query: { level?: string; block?: string; lang?: string | undefined; week?: string; q?: string } = {},
    ) => at('/', query),
  }
}
