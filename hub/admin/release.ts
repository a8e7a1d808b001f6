// release now, list, final, correct: close what has ended, release what may be released, put right what was wrong.
import { isWeekKey } from '../../shared/core/day.ts'
import { ok } from '../../shared/core/result.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import { routes } from '../../shared/wire/routes.ts'
import type { Campaigns } from '../campaigns.ts'
import { correct } from '../release/correction.ts'
import { decide } from '../release/final-table.ts'
import { releaseDue } from '../release/release-due.ts'
import { listReleases } from '../store/releases.ts'
import { type Command, flag, misused, needed, option, refused } from './command.ts'
import { withStore } from './with-store.ts'

const LISTED = 50
const MAX_REASON = 300

export const releaseNow: Command = {
  name: 'release now',
  does: 'closes ended weeks and releases live scores without the waiting time; the minimum group holds',
  words: [],
  options: {},
  run: ({ config, now }) =>
    withStore(config, async (store, campaigns) => {
      const pass = await releaseDue({ store, campaigns, config }, now, true)
      const lines = [`${pass.closed} weeks closed, ${pass.released} live scores released`]
      return ok({ lines, json: pass })
    }),
}

export const releaseList: Command = {
  name: 'release list',
  does: 'lists the newest releases',
  words: [],
  options: {},
  run: ({ config }) =>
    withStore(config, async store => {
      const releases = await listReleases(store, LISTED)
      const lines = releases.map(r =>
        [r.release, r.campaign_id, r.kind, r.week ?? '-', new Date(r.at).toISOString(), r.reason ?? '']
          .join('\t')
          .trimEnd(),
      )
      return ok({ lines, json: releases })
    }),
}

const named = ({ campaigns }: Campaigns, id: string): Campaign | undefined =>
  campaigns.find(campaign => campaign.id === id)

const unknown = ({ campaigns }: Campaigns, id: string) =>
  refused(`there is no campaign "${id}"; there are ${campaigns.map(c => c.id).join(', ')}`)

export const releaseFinal: Command = {
  name: 'release final',
  does: 'decides the final table of a campaign that has ended, from its weekly finals; once, for ever',
  words: [],
  options: {
    campaign: needed('ID', 'a campaign that has ended'),
  },
  run: async call => {
    const id = option(call, 'campaign')
    if (id === '') return misused('--campaign is needed')
    return withStore(call.config, async (store, campaigns) => {
      const campaign = named(campaigns, id)
      if (!campaign) return unknown(campaigns, id)
      const done = await decide({ store, campaigns, config: call.config }, campaign, call.now)
      if (!done.ok) return refused(done.detail)
      const where = routes(call.config.publicUrl).summary(id, 'csv')
      return ok({
        lines: [`the final table holds ${done.value} agencies: ${where}`],
        json: { campaign: id, agencies: done.value, csv: where },
      })
    })
  },
}

export const releaseCorrect: Command = {
  name: 'release correct',
  does: 'corrects a weekly final by the headcount that the roll now tells, or withdraws it; the reason is published',
  words: [],
  options: {
    campaign: needed('ID', 'the campaign'),
    week: needed('YYYY-Www', 'the week of the final'),
    agency: needed('ID', 'whose final is corrected'),
    reason: needed('TEXT', 'why; everybody reads it'),
    withdraw: flag('takes the final back'),
  },
  run: async call => {
    const [id, week, agency] = [option(call, 'campaign'), option(call, 'week'), option(call, 'agency')]
    const reason = option(call, 'reason').trim().normalize('NFC')
    if (id === '' || agency === '') return misused('--campaign and --agency are needed')
    if (!isWeekKey(week)) return misused('--week must be a week that exists, as 2026-W45')
    if (reason === '' || reason.length > MAX_REASON)
      return misused(`--reason is needed, of at most ${MAX_REASON} characters: everybody reads it`)
    return withStore(call.config, async (store, campaigns) => {
      const campaign = named(campaigns, id)
      if (!campaign) return unknown(campaigns, id)
      const wish = { campaign, week, agency, reason, withdraw: call.options.withdraw === true }
      const done = await correct(store, wish, call.config.minGroup, call.now)
      if (!done.ok) return refused(done.detail)
      const lines = [`${done.value} finals of ${week} corrected; the released ones are kept beside`]
      return ok({ lines, json: { corrected: done.value, week } })
    })
  },
}
