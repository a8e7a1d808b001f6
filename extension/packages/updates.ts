// How an installed browser learns of the next version: the update manifests of both kinds.
import type { Rollout } from './policies.ts'

/** Chrome, Edge, Cốc Cốc (Omaha protocol 2). */
export const updatesXml = ({ chromiumId, url, version }: Rollout, oldest: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${chromiumId}">
    <updatecheck codebase="${url}/nhipso-${version}.crx" version="${version}" prodversionmin="${oldest}" />
  </app>
</gupdate>
`

/** Firefox. No hash: Mozilla's signature, added later, changes the file. */
export const updatesJson = ({ firefoxId, url, version }: Rollout, oldest: string): string =>
  `${JSON.stringify(
    {
      addons: {
        [firefoxId]: {
          updates: [
            {
              version,
              update_link: `${url}/nhipso-${version}.xpi`,
              applications: { gecko: { strict_min_version: oldest } },
            },
          ],
        },
      },
    },
    null,
    2,
  )}\n`
