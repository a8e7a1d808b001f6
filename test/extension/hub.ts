// A hub in memory that keeps the agreements of shared/wire: enrols, verifies signatures, lets the larger `seq` win.

import { campaignState } from '../../shared/core/calendar.ts'
import type { CampaignBundle } from '../../shared/wire/campaign.ts'
import { parseEnrolmentRequest } from '../../shared/wire/enrolment.ts'
import type { Views } from '../../shared/wire/me.ts'
import { problemType, type Reason } from '../../shared/wire/problem.ts'
import { parseReport } from '../../shared/wire/report.ts'
import { KEY_ALGORITHM, MAX_CLOCK_DIFFERENCE_MS, readClaim, verifies } from '../../shared/wire/signature.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import type { Team } from '../../shared/wire/team.ts'

export const HUB_URL = 'https://nhipso.example.vn'
export const CODE = 'K7QM3XPA9TDW'
/** What it gives for a second browser. */
export const LINK = 'ABCD-EFGH-JKMN'

interface Device {
  readonly key: CryptoKey
  readonly rows: Map<string, { readonly seq: number; readonly seconds: number }>
}

export class Hub {
  /** Every request as it came over the network. */
  readonly asked: { readonly method: string; readonly url: string; readonly body: string }[] = []
  readonly devices = new Map<string, Device>()
  /** `portal`: a login page of the network answers every address. */
  /** `lost`: the answer to a report does not come back although it was committed. */
  state: 'up' | 'down' | 'lost' | 'proxy' | 'portal' | 'proxy-login' = 'up'
  /** Its address from now on; the old one redirects, as browsers follow it. */
  movedTo: string | null = null
  codeIs: 'good' | 'code-unknown' | 'code-used-up' | 'code-expired' = 'good'
  role: 'member' | 'manager' = 'member'
  team: Team | null = null
  snapshot: Snapshot | null = null
  views: Views['views'] = []

  readonly now: () => number
  bundle: CampaignBundle

  constructor(now: () => number, bundle: CampaignBundle) {
    this.now = now
    this.bundle = bundle
  }

  /** The extension's `post`. */
  readonly post = async (request: Request): Promise<Response> => {
    if (this.state === 'down') throw new TypeError('Failed to fetch')
    if (this.state === 'proxy') return new Response('<h1>502 Bad Gateway</h1>', { status: 502 })
    if (this.state === 'proxy-login') return new Response('<h1>Proxy</h1>', { status: 407 })
    if (this.state === 'portal') return landedOn('https://wifi.example/login', new Response('<h1>Wi-Fi</h1>'))
    if (this.movedTo && request.url.startsWith(`${HUB_URL}/`)) {
      if (request.redirect === 'error') throw new TypeError('Failed to fetch')
      const there = request.url.replace(HUB_URL, this.movedTo)
      return landedOn(there, await this.post(new Request(there, { method: request.method })))
    }
    const body = await request.text()
    this.asked.push({ method: request.method, url: request.url, body })
    const answer = await this.#answer(request, body)
    if (this.state === 'lost' && request.method === 'PUT') throw new TypeError('Failed to fetch')
    return answer
  }

  /** Seconds of one device, or of the only one. */
  seconds(day: string, platform: string): number | undefined {
    return [...this.devices.values()][0]?.rows.get(`${day} ${platform}`)?.seconds
  }

  async #answer(request: Request, body: string): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/v1/campaigns') return Response.json({ campaigns: [this.#listed()] })
    if (pathname.startsWith('/api/v1/campaigns/')) return Response.json(this.bundle)
    if (pathname === '/api/v1/scores')
      return this.snapshot ? Response.json(this.snapshot) : problem('agency-unknown', 404)
    if (pathname === '/api/v1/enrolments') return this.#enrol(body)
    const device = await this.#proven(request, body)
    if (device instanceof Response) return device
    if (pathname === '/api/v1/reports') return this.#keep(device, body)
    if (pathname === '/api/v1/team')
      return this.team ? Response.json(this.team) : problem('not-released', 404)
    if (pathname === '/api/v1/me' && request.method === 'DELETE') {
      for (const [id, one] of this.devices) if (one === device) this.devices.delete(id)
      return new Response(null, { status: 204 })
    }
    if (pathname === '/api/v1/me') return Response.json(this.#holds())
    if (pathname === '/api/v1/me/views') return Response.json({ views: this.views })
    if (pathname === '/api/v1/links')
      return Response.json({ code: LINK, expiresAt: this.now() + 600_000 }, { status: 201 })
    return problem('not-found', 404)
  }

  async #enrol(body: string): Promise<Response> {
    if (this.codeIs !== 'good') return problem(this.codeIs, 403)
    const asked = parseEnrolmentRequest(JSON.parse(body))
    if (!asked.ok) return problem('invalid', 400, asked.detail)
    if (asked.value.code !== CODE) return problem('code-unknown', 403)
    const key = await crypto.subtle.importKey('jwk', asked.value.publicKey, KEY_ALGORITHM, true, ['verify'])
    const deviceId = crypto.randomUUID()
    this.devices.set(deviceId, { key, rows: new Map() })
    return Response.json({ deviceId, agencyId: 'so-noi-vu', role: this.role })
  }

  async #proven(request: Request, body: string): Promise<Device | Response> {
    const claim = readClaim(name => request.headers.get(name))
    if (!claim.ok) return problem('signature-missing', 401, claim.detail)
    const device = this.devices.get(claim.value.keyId)
    if (!device) return problem('device-unknown', 401)
    const parts = { method: request.method, targetUri: request.url, body: new TextEncoder().encode(body) }
    const holds = await verifies(
      claim.value,
      { ...parts, contentDigest: request.headers.get('content-digest') },
      device.key,
    )
    if (!holds) return problem('signature-invalid', 401)
    const off = Math.abs(claim.value.createdAt - this.now()) > MAX_CLOCK_DIFFERENCE_MS
    return off ? this.#clockOff() : device
  }

  #clockOff(): Response {
    return problem('clock-off', 401, 'the clocks differ', { serverTime: this.now() })
  }

  #keep(device: Device, body: string): Response {
    const report = parseReport(JSON.parse(body))
    if (!report.ok) return problem('invalid', 400, report.detail)
    const { seq, days } = report.value
    const known = new Set(this.bundle.platforms.map(p => p.id))
    if (days.some(row => !known.has(row.platform))) return problem('platform-unknown', 422)
    let kept = 0
    for (const { day, platform, seconds } of days) {
      const key = `${day} ${platform}`
      if ((device.rows.get(key)?.seq ?? 0) >= seq) continue
      device.rows.set(key, { seq, seconds })
      kept += 1
    }
    return Response.json({ seq, kept, serverTime: this.now() })
  }

  /** All that it holds about the only person. */
  #holds() {
    const devices = [...this.devices.entries()]
    return {
      agencyId: 'so-noi-vu',
      unitId: null,
      role: this.role,
      enrolledAt: this.now(),
      consent: { version: '2026-11', at: this.now() },
      devices: devices.map(([deviceId]) => ({ deviceId, enrolledAt: this.now(), lastReportAt: null })),
      days: devices.flatMap(([deviceId, { rows }]) =>
        [...rows.entries()].map(([key, { seconds }]) => {
          const [day, platform] = key.split(' ')
          return { deviceId, day, platform, seconds }
        }),
      ),
    }
  }

  #listed() {
    const { id, number, name, period } = this.bundle.campaign
    const day = new Date(this.now()).toISOString().slice(0, 10)
    return { id, number, name, period, state: campaignState({ period }, day) }
  }
}

/** A response as the browser gives it after a redirect. */
const landedOn = (url: string, response: Response): Response =>
  Object.defineProperties(response, { redirected: { value: true }, url: { value: url } })

const problem = (reason: Reason, status: number, detail: string = reason, more: object = {}): Response =>
  Response.json(
    { type: problemType(reason), title: reason, status, detail, ...more },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
