// Hub → extension: all that the hub holds about me, and who looked at my unit's numbers.
import * as v from 'valibot'
import { deviceId, ROLES } from './enrolment.ts'
import { dayKey, instant, parser, slug, weekKey } from './parse.ts'

const me = v.object({
  agencyId: slug,
  /** The unit that the person names; null: none. */
  unitId: v.nullable(slug),
  /** The unit in which weekly tables count the person until the membership is frozen anew; absent in older hubs. */
  countedIn: v.optional(v.nullable(slug)),
  role: v.picklist(ROLES),
  enrolledAt: instant,
  consent: v.object({ version: v.string(), at: instant }),
  devices: v.array(v.object({ deviceId, enrolledAt: instant, lastReportAt: v.nullable(instant) })),
  /** Day totals that the hub still keeps (120 days), of all my devices. */
  days: v.array(v.object({ deviceId, day: dayKey, platform: slug, seconds: v.number() })),
})
export type Me = v.InferOutput<typeof me>
export const parseMe = parser('me', me)

const views = v.object({
  views: v.array(
    v.object({
      at: instant,
      role: v.picklist(ROLES),
      agencyId: slug,
      week: weekKey,
      what: v.picklist(['view', 'export', 'note', 'digest']),
    }),
  ),
})
export type Views = v.InferOutput<typeof views>
export const parseViews = parser('views', views)
