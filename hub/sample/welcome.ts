// What a newcomer reads when the sample has started: where to look, and two codes to join with.
import { DAY_MS } from '../../shared/core/day.ts'
import type { Role } from '../../shared/wire/enrolment.ts'
import { routes } from '../../shared/wire/routes.ts'
import type { Campaigns } from '../campaigns.ts'
import { invite } from '../members/enrol.ts'
import type { Random } from '../random.ts'
import type { Store } from '../store/schema.ts'

/** The agency whose codes are handed out, where the campaign files have it. */
const HOST_AGENCY = 'so-noi-vu'
const CODE_USES = 1000
const CODE_LASTS_MS = 7 * DAY_MS

/** Where the codes come from, and whose they are. */
export interface Hosting {
  readonly store: Store
  readonly campaigns: Campaigns
  readonly random: Random
  readonly now: () => number
}

/** The id of the agency that a visitor of the sample joins. */
export const hostOf = ({ agencies }: Campaigns): string =>
  agencies.find(a => a.id === HOST_AGENCY)?.id ?? agencies[0]?.id ?? HOST_AGENCY

/** The lines, in both languages; the codes are new at each start. */
export async function welcome(hosting: Hosting, publicUrl: string, extension: string): Promise<string> {
  const at = routes(publicUrl)
  const lines: [string, string][] = [
    ['Bảng xếp hạng · scoreboard', at.board()],
    ['Mã nhúng · embed code', at.builder()],
    ['Mã tham gia, công chức · enrolment code, civil servant', await codeFor(hosting, 'member')],
    ['Mã tham gia, người phụ trách · enrolment code, manager', await codeFor(hosting, 'manager')],
    ['Tiện ích mở rộng · extension, load unpacked', extension],
  ]
  const width = Math.max(...lines.map(([name]) => name.length))
  const table = lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
  return `\n${table}\n\n  DỮ LIỆU MẪU · sample data, invented figures. Ctrl-C: dừng · stop\n`
}

function codeFor({ store, campaigns, random, now }: Hosting, role: Role): Promise<string> {
  const agencyId = hostOf(campaigns)
  const lasts = { uses: CODE_USES, expiresAt: now() + CODE_LASTS_MS }
  return invite(store, { agencyId, role, scope: agencyId, unitId: null, ...lasts }, random, now())
}
