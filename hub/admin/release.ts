// release now, release list: close what has ended, release what may be released, at once.
import { ok } from '../../shared/core/result.ts'
import { releaseDue } from '../release.ts'
import { listReleases } from '../store/releases.ts'
import type { Command } from './command.ts'
import { atDesk } from './desk.ts'

const LISTED = 50

export const releaseNow: Command = {
  name: 'release now',
  usage: '',
  does: 'closes ended weeks and releases live scores without the waiting time; the minimum group holds',
  options: {},
  words: 0,
  run: ({ config, now }) =>
    atDesk(config, async (store, campaigns) => {
      const pass = await releaseDue({ store, campaigns, config }, now, true)
      const lines = [`${pass.closed} weeks closed, ${pass.released} live scores released`]
      return ok({ lines, json: pass })
    }),
}

export const releaseList: Command = {
  name: 'release list',
  usage: '',
  does: 'lists the newest releases',
  options: {},
  words: 0,
  run: ({ config }) =>
    atDesk(config, async store => {
      const releases = await listReleases(store, LISTED)
      const lines = releases.map(r =>
        [r.release, r.campaign_id, r.kind, r.week ?? '-', new Date(r.at).toISOString()].join('\t'),
      )
      return ok({ lines, json: releases })
    }),
}
