// GET and DELETE /api/v1/me: all that the hub holds about the person, and its erasure, within the request.
import { type Me, parseMe } from '../../shared/wire/me.ts'
import { noContent, privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { nothing, ownJson } from '../http/route-docs.ts'
import { countedIn } from '../store/cohorts.ts'
import { devicesOf, eraseMember, memberById } from '../store/members.ts'
import { allDaysOf } from '../store/reports.ts'

const path = '/api/v1/me'

export const me: Route = {
  method: 'GET',
  path,
  audience: 'device',
  docs: { summary: 'all that the hub holds about me', response: ownJson(parseMe), signed: true },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { agencyId, memberId, deviceId } = signed.value.device
    const member = await memberById(context.store, agencyId, memberId)
    const devices = await devicesOf(context.store, agencyId, memberId)
    const asking = devices.find(d => d.device_id === deviceId)
    if (!member || !asking) return refuse('device-unknown', 'this device was erased meanwhile')
    const days = await allDaysOf(context.store, agencyId, memberId)
    const all: Me = {
      agencyId,
      unitId: member.unit_id,
      countedIn: await countedIn(context.store, agencyId, memberId),
      role: member.role,
      enrolledAt: member.enrolled_at,
      consent: { version: asking.consent_version, at: asking.consent_at },
      devices: devices.map(d => ({
        deviceId: d.device_id,
        enrolledAt: d.enrolled_at,
        lastReportAt: d.last_report_at,
      })),
      days: days.map(({ device_id, ...day }) => ({ deviceId: device_id, ...day })),
    }
    return privateJson(all)
  },
}

export const eraseMe: Route = {
  method: 'DELETE',
  path,
  audience: 'device',
  docs: {
    summary: 'erases the person, every browser and day total, within the request',
    response: nothing,
    signed: true,
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { agencyId, memberId } = signed.value.device
    await eraseMember(context.store, agencyId, memberId)
    return noContent
  },
}
