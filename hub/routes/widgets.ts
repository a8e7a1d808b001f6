// /w/…: the widgets' script on three levels of trust: rolling, pinned for good with its hash, and as a zip to host oneself.

import { DATA_CACHE, tagged } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { open } from '../http/route-docs.ts'
import { selfHostZip } from '../render/self-host-zip.ts'
import { findScript, listScripts } from '../store/scripts.ts'

const SCRIPT_TYPE = 'text/javascript; charset=utf-8'
const FOR_GOOD = 'public, max-age=31536000, immutable'
const VERSIONS = 'GET /w/integrity.json lists the published versions'

const rolling: Route = {
  method: 'GET',
  path: '/w/1/nhipso.js',
  audience: 'public',
  docs: { summary: 'the widgets’ script', response: open('text/javascript'), problems: ['not-found'] },
  answer: async ({ request }, { widgets: script, sightings }) => {
    if (script === null) return refuse('not-found', 'the widgets are not built here: npm run build:widgets')
    sightings.note(request, 'element', '1')
    return tagged(request, script.body, {
      'content-type': SCRIPT_TYPE,
      'cache-control': 'public, max-age=3600, stale-while-revalidate=604800',
    })
  },
}

const pinned: Route = {
  method: 'GET',
  path: '/w/:version/nhipso.js',
  audience: 'public',
  docs: {
    summary: 'one version of the widgets’ script, the same for good',
    params: { version: { description: 'a published version' } },
    response: open('text/javascript'),
    problems: ['not-found'],
  },
  answer: async ({ request, param }, { store, sightings }) => {
    const script = await findScript(store, param('version'))
    if (!script) return refuse('not-found', VERSIONS)
    sightings.note(request, 'element', script.version)
    return tagged(request, script.body, { 'content-type': SCRIPT_TYPE, 'cache-control': FOR_GOOD })
  },
}

/** The published hashes, the newest version first. */
const integrity: Route = {
  method: 'GET',
  path: '/w/integrity.json',
  audience: 'public',
  docs: { summary: 'the published versions with their hashes', response: open('application/json') },
  answer: async ({ request }, { store, config }) => {
    const versions = (await listScripts(store)).map(({ version, integrity, since }) => ({
      version,
      integrity,
      since: new Date(since).toISOString(),
      script: `${config.publicUrl}/w/${version}/nhipso.js`,
      zip: `${config.publicUrl}/w/nhipso-${version}.zip`,
    }))
    return tagged(request, `${JSON.stringify({ versions }, null, 2)}\n`, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': DATA_CACHE,
    })
  },
}

const zip: Route = {
  method: 'GET',
  path: '/w/:file',
  audience: 'public',
  docs: {
    summary: 'a version of the script as a zip, to host it oneself',
    params: { file: { description: '`nhipso-`, a published version and `.zip`' } },
    response: open('application/zip'),
    problems: ['not-found'],
  },
  answer: async ({ request, param }, { store, config }) => {
    const version = /^nhipso-(.+)\.zip$/.exec(param('file'))?.[1]
    const script = version === undefined ? undefined : await findScript(store, version)
    if (!script) return refuse('not-found', VERSIONS)
    return tagged(request, selfHostZip(script, script.integrity, config.publicUrl), {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="nhipso-${script.version}.zip"`,
      'cache-control': DATA_CACHE,
    })
  },
}

export const widgets: readonly Route[] = [rolling, pinned, integrity, zip]
