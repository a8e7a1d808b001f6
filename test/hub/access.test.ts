// Who may do what: every route, every role, every scope, before and after access is taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { ROUTES } from '../../hub/app.ts'
import { type Device, enrol, newDeviceKey, signingKey } from '../../hub/sample/simulated-device.ts'
import { deviceById, revokeDevices, setRole } from '../../hub/store/access.ts'
import { eraseMember } from '../../hub/store/members.ts'
import { dayOf } from '../../shared/core/day.ts'
import { parseLink } from '../../shared/wire/enrolment.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { HUB, read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
beforeAll(async () => {
  hub = await tryHub({ render: () => '<!doctype html>', widgets: { version: '0.1.0', body: 'x' } })
  await hub.person('so-noi-vu')
  hub.clock.now += 7 * 86_400_000
  await hub.tick() // the week is closed: there are team tables
})
afterAll(() => hub.close())

const OWN = 'so-noi-vu'
const TARGETS = { own: OWN, 'another agency': 'so-y-te', 'another block': 'xa-tan-bien' } as const
type Target = keyof typeof TARGETS

const ROLES = {
  member: { role: 'member', scope: OWN, sees: [] },
  manager: { role: 'manager', scope: OWN, sees: ['own'] },
  'manager of a block': { role: 'manager', scope: 'so-ban-nganh', sees: ['own', 'another agency'] },
  'manager of all': { role: 'manager', scope: 'all', sees: ['own', 'another agency', 'another block'] },
  auditor: { role: 'auditor', scope: OWN, sees: ['own'] },
  'auditor of all': { role: 'auditor', scope: 'all', sees: ['own', 'another agency', 'another block'] },
} as const
type RoleName = keyof typeof ROLES

const STATES = ['live', 'shut out', 'role taken back', 'erased'] as const
type State = (typeof STATES)[number]

interface Sample {
  readonly method: string
  readonly path: string
  readonly body?: () => Promise<object>
}

const publicKey = async () => {
  const { d: _, ...half } = await newDeviceKey()
  return { publicKey: half }
}
const someDay = async () => ({ seq: 1, days: [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds: 60 }] })

const noteOn = (agency: string) => async () => ({ agency, day: dayOf(hub.clock.now), text: 'tập huấn' })

/** A right request to each route that a device must sign, and the status that it gets when it is allowed. */
const SIGNED: Readonly<Record<string, Sample & { readonly gives: number }>> = {
  links: { method: 'POST', path: '/api/v1/links', gives: 201 },
  reports: { method: 'PUT', path: '/api/v1/reports', body: someDay, gives: 200 },
  me: { method: 'GET', path: '/api/v1/me', gives: 200 },
  'erase me': { method: 'DELETE', path: '/api/v1/me', gives: 204 },
  key: { method: 'PUT', path: '/api/v1/me/key', body: publicKey, gives: 204 },
  'leave my unit': { method: 'DELETE', path: '/api/v1/me/unit', gives: 204 },
  views: { method: 'GET', path: '/api/v1/me/views', gives: 200 },
  team: { method: 'GET', path: '/api/v1/team', gives: 200 },
  overview: { method: 'GET', path: '/api/v1/team/overview', gives: 200 },
  'write a note': { method: 'POST', path: '/api/v1/team/notes', body: noteOn(OWN), gives: 201 },
  'remove a note': { method: 'DELETE', path: '/api/v1/team/notes/none', gives: 404 },
}

/** Somebody with a role, in a state. */
async function somebody(name: RoleName, state: State): Promise<Device> {
  const { role, scope } = ROLES[name]
  const device = await hub.person(OWN, { role, scope })
  const row = await deviceById(hub.store, device.deviceId)
  if (!row) throw new Error('not enrolled')
  if (state === 'shut out') await revokeDevices(hub.store, row, false, hub.clock.now)
  if (state === 'role taken back') await setRole(hub.store, row, 'member', OWN)
  if (state === 'erased') await eraseMember(hub.store, row.agency_id, row.member_id)
  return device
}

type Spoil = (headers: Headers) => void

/** Signs as `device` with the key of `signer`, then spoils what the test wants spoilt. */
async function ask(
  { method, path, body }: Sample,
  device: Device,
  signer = device,
  at = hub.clock.now,
  spoil: Spoil = () => undefined,
): Promise<Request> {
  const bytes = new TextEncoder().encode(body ? JSON.stringify(await body()) : '')
  const parts = { method, targetUri: `${HUB}${path}`, body: bytes }
  const headers = new Headers(await signatureHeaders(parts, signer.key, device.deviceId, at))
  spoil(headers)
  return new Request(parts.targetUri, { method, headers, ...(bytes.length > 0 ? { body: bytes } : {}) })
}

const outcome = async (response: Response): Promise<string> =>
  response.status < 400 ? `${response.status}` : (await reason(response)).why

/** What must come of it. */
function expected(sample: string, name: RoleName, state: State, target: Target | null): string {
  if (state === 'shut out' || state === 'erased') return 'device-unknown'
  const plain = state === 'role taken back' || ROLES[name].role === 'member'
  if (sample === 'overview') return plain ? 'role-missing' : leads(name) ? '200' : 'out-of-scope'
  if (sample === 'remove a note')
    return plain || ROLES[name].role === 'auditor' ? 'role-missing' : 'not-found'
  if (target === null) return `${SIGNED[sample]?.gives}`
  if (plain) return 'role-missing'
  if (!ROLES[name].sees.some(one => one === target)) return 'out-of-scope'
  return sample === 'write a note' && ROLES[name].role === 'auditor'
    ? 'role-missing'
    : `${SIGNED[sample]?.gives}`
}

/** The overview is for those whose scope is more than one agency. */
const leads = (name: RoleName): boolean => ROLES[name].scope !== OWN

const targetsOf = (sample: string): readonly (Target | null)[] =>
  sample === 'team' || sample === 'write a note' ? (Object.keys(TARGETS) as Target[]) : [null]

const MATRIX = Object.keys(SIGNED).flatMap(sample =>
  (Object.keys(ROLES) as RoleName[]).flatMap(name =>
    STATES.flatMap(state =>
      targetsOf(sample).map(target => ({
        sample,
        name,
        state,
        target,
        must: expected(sample, name, state, target),
      })),
    ),
  ),
)

const at = (sample: string, target: Target | null): Sample => {
  const found = SIGNED[sample]
  if (!found) throw new Error(sample)
  if (target === null) return found
  return found.body
    ? { ...found, body: noteOn(TARGETS[target]) }
    : { ...found, path: `${found.path}?agency=${TARGETS[target]}` }
}

describe('the matrix of access', () => {
  it('has a line for every route that devices use', () => {
    const routes = ROUTES.filter(route => route.about.signed).map(
      route => `${route.method} ${route.path.replace(':id', 'none')}`,
    )
    expect(
      Object.values(SIGNED)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual(routes.sort())
  })

  it('leaves no door of devices without a signature but the one where keys come in, and nothing open that changes', () => {
    const unsigned = ROUTES.filter(route => !route.about.signed)
    expect(unsigned.filter(route => route.audience === 'device').map(route => route.path)).toEqual([
      '/api/v1/enrolments',
    ])
    expect(unsigned.filter(route => route.method !== 'GET').map(route => route.path)).toEqual([
      '/api/v1/enrolments',
    ])
  })

  it.each(MATRIX)(
    '$sample · $name · $state · $target → $must',
    async ({ sample, name, state, target, must }) => {
      const device = await somebody(name, state)
      expect(await outcome(await hub.pass(await ask(at(sample, target), device)))).toBe(must)
    },
  )

  it.each(Object.keys(SIGNED))('%s · nobody → signature-missing', async sample => {
    const { method, path } = at(sample, null)
    const answer = await hub.fetch(path, { method })
    expect(await outcome(answer)).toBe('signature-missing')
  })

  const open = ROUTES.filter(route => !route.about.signed && route.path !== '/api/v1/enrolments')
  it.each(open.map(route => [route.path] as const))('%s · answers everybody alike', async pattern => {
    const path = pattern.replace(/:\w+(?:\{[^}]*\})?/g, OWN)
    const anybody = await hub.fetch(path)
    const text = /stream$/.test(path) ? null : await anybody.text()
    for (const state of STATES) {
      const device = await somebody('manager of all', state)
      const answer = await hub.pass(await ask({ method: 'GET', path }, device))
      expect(answer.status).toBe(anybody.status)
      if (text !== null) expect(await answer.text()).toBe(text)
      else await answer.body?.cancel()
    }
    if (text === null) await anybody.body?.cancel()
  })
})

describe('a signature', () => {
  const tag = (from: string, to: string): Spoil => {
    return headers => headers.set('signature-input', (headers.get('signature-input') ?? '').replace(from, to))
  }
  const ATTACKS: readonly (readonly [
    string,
    string,
    (sample: Sample, mine: Device, other: Device) => Promise<Request>,
  ])[] = [
    ['of another person under my name', 'signature-invalid', (s, mine, other) => ask(s, mine, other)],
    ['of mine under another’s name', 'signature-invalid', (s, mine, other) => ask(s, other, mine)],
    ['of six minutes ago', 'clock-off', (s, mine) => ask(s, mine, mine, hub.clock.now - 360_000)],
    ['of six minutes ahead', 'clock-off', (s, mine) => ask(s, mine, mine, hub.clock.now + 360_000)],
    [
      'whose time was set to now',
      'signature-invalid',
      (s, mine) =>
        ask(s, mine, mine, hub.clock.now - 360_000, headers => {
          const now = `created=${Math.floor(hub.clock.now / 1000)}`
          headers.set('signature-input', (headers.get('signature-input') ?? '').replace(/created=\d+/, now))
        }),
    ],
    [
      'for another purpose',
      'signature-invalid',
      (s, mine) => ask(s, mine, mine, undefined, tag('tag="nhipso"', 'tag="other"')),
    ],
    [
      'that leaves the body out',
      'signature-invalid',
      (s, mine) => ask(s, mine, mine, undefined, tag(' "content-digest"', '')),
    ],
    [
      'over another digest',
      'signature-invalid',
      (s, mine) => ask(s, mine, mine, undefined, headers => headers.set('content-digest', 'sha-256=:AAAA:')),
    ],
    [
      'for another address',
      'signature-invalid',
      async (s, mine) => {
        const request = await ask({ ...s, path: `${s.path}?agency=so-y-te` }, mine)
        const body = await request.arrayBuffer()
        const { method, headers } = request
        return new Request(`${HUB}${s.path}`, { method, headers, ...(body.byteLength > 0 ? { body } : {}) })
      },
    ],
  ]
  const CELLS = Object.keys(SIGNED).flatMap(sample =>
    ATTACKS.map(([how, must, make]) => ({ sample, how, must, make })),
  )

  it.each(CELLS)(
    '$how is refused by $sample as $must, and changes nothing',
    async ({ sample, must, make }) => {
      const mine = await hub.person(OWN, { role: 'manager' })
      const other = await hub.person(OWN, { role: 'manager' })
      const answer = await hub.pass(await make(at(sample, null), mine, other))
      const said = await answer.clone().text()
      expect(await outcome(answer)).toBe(must)
      for (const secret of [mine.deviceId, other.deviceId]) expect(said).not.toContain(secret)
      for (const one of [mine, other]) {
        expect(await (await hub.signed(one, 'GET', '/api/v1/me')).json()).toMatchObject({ days: [] })
      }
    },
  )

  it('that is replayed brings nothing a second time', async () => {
    const mine = await hub.person(OWN)
    const twice = async (sample: string) => {
      const request = await ask(at(sample, null), mine)
      const again = request.clone()
      return [await hub.pass(request), await hub.pass(again)] as const
    }
    const [, report] = await twice('reports')
    expect(await report.json()).toMatchObject({ kept: 0 })
    const [, erased] = await twice('erase me')
    expect(await outcome(erased)).toBe('device-unknown')
  })
})

/** A change of key, signed by whoever the test says. */
const changeKey = async (device: Device, to: Awaited<ReturnType<typeof newDeviceKey>>) => {
  const { d: _, ...half } = to
  return ask({ method: 'PUT', path: '/api/v1/me/key', body: async () => ({ publicKey: half }) }, device)
}

describe('a browser that replaces its key', () => {
  it('signs with the new one from then on; the old one proves nothing, and its replay does not bring it back', async () => {
    const old = await hub.person(OWN)
    const key = await newDeviceKey()
    const change = await changeKey(old, key)
    const replay = change.clone()
    expect((await hub.pass(change)).status).toBe(204)
    expect(await outcome(await hub.pass(replay))).toBe('signature-invalid')
    expect(await outcome(await hub.signed(old, 'GET', '/api/v1/me'))).toBe('signature-invalid')
    const now = { ...old, key: await signingKey(key) }
    expect(await hub.report(now, (await someDay()).days)).toBe('kept 1')
  })

  it('and loses the answer asks again with the new key, and is told that it is done', async () => {
    const old = await hub.person(OWN)
    const key = await newDeviceKey()
    await hub.pass(await changeKey(old, key))
    const again = await changeKey({ ...old, key: await signingKey(key) }, key)
    expect((await hub.pass(again)).status).toBe(204)
  })

  it('cannot take the key of another browser, nor one that is no key', async () => {
    const [mine, theirs] = [await hub.person(OWN), await newDeviceKey()]
    expect((await enrol(hub.line, await hub.invitation(OWN), theirs)).ok).toBe(true)
    expect(await outcome(await hub.pass(await changeKey(mine, theirs)))).toBe('key-in-use')
    const broken = { ...theirs, x: 'A'.repeat(43), y: 'A'.repeat(43) }
    expect(await outcome(await hub.pass(await changeKey(mine, broken)))).toBe('invalid')
    expect((await hub.signed(mine, 'GET', '/api/v1/me')).status).toBe(200)
  })
})

describe('a browser that was shut out', () => {
  const run = (line: string) => runCli(line.split(' '), { DATABASE_URL: hub.databaseUrl }, hub.clock.now)
  const second = async (first: Device): Promise<Device> => {
    const { code } = await read(await hub.signed(first, 'POST', '/api/v1/links'), parseLink)
    const key = await newDeviceKey()
    const joined = await enrol(hub.line, code, key)
    if (!joined.ok) throw new Error(joined.detail)
    return { ...joined.value, key: await signingKey(key) }
  }

  it('leaves the person their other browser and all their days', async () => {
    const lost = await hub.person(OWN)
    const kept = await second(lost)
    await hub.report(lost, (await someDay()).days)
    expect(await run(`devices revoke --device ${lost.deviceId}`)).toMatchObject({ code: 0 })
    expect(await hub.report(lost, (await someDay()).days, 9)).toBe('device-unknown')
    const mine = await (await hub.signed(kept, 'GET', '/api/v1/me')).json()
    expect(mine).toMatchObject({ days: [{ seconds: 60 }] })
    expect(await run(`devices revoke --device ${lost.deviceId}`)).toMatchObject({ code: 1 })
  })

  it('takes the person’s others along with --all', async () => {
    const first = await hub.person(OWN)
    const other = await second(first)
    expect(await run(`devices revoke --device ${first.deviceId} --all --json`)).toMatchObject({
      out: '{"revoked":2}',
    })
    expect(await outcome(await hub.signed(other, 'GET', '/api/v1/me'))).toBe('device-unknown')
  })

  it('does not come back with its old code, nor with a link code that it had made', async () => {
    const key = await newDeviceKey()
    const code = await hub.invitation(OWN, { uses: 2 })
    const joined = await enrol(hub.line, code, key)
    if (!joined.ok) throw new Error(joined.detail)
    const lost = { ...joined.value, key: await signingKey(key) }
    const link = await read(await hub.signed(lost, 'POST', '/api/v1/links'), parseLink)
    await run(`devices revoke --device ${lost.deviceId}`)
    expect(await enrol(hub.line, code, key)).toMatchObject({ why: 'key-in-use' })
    expect(await enrol(hub.line, link.code, await newDeviceKey())).toMatchObject({ why: 'code-expired' })
  })

  it('can still be erased by the operator', async () => {
    const lost = await hub.person(OWN)
    await run(`devices revoke --device ${lost.deviceId}`)
    expect(await run(`erase --device ${lost.deviceId}`)).toMatchObject({ code: 0 })
    expect(await run(`devices revoke --device ${lost.deviceId}`)).toMatchObject({ code: 1 })
  })
})

describe('roles', () => {
  const run = (line: string) => runCli(line.split(' '), { DATABASE_URL: hub.databaseUrl }, hub.clock.now)

  it('are listed for managers and auditors only, given and taken back', async () => {
    const [boss, plain] = [await hub.person(OWN, { role: 'manager' }), await hub.person(OWN)]
    const listed = async () => (await run('roles list')).out
    expect(await listed()).toContain(boss.deviceId)
    expect(await listed()).not.toContain(plain.deviceId)
    expect(await run(`roles set --device ${plain.deviceId} --role auditor --scope all`)).toMatchObject({
      code: 0,
    })
    expect((await hub.signed(plain, 'GET', '/api/v1/team?agency=xa-tan-bien')).status).toBe(200)
    expect(await run(`roles set --device ${plain.deviceId} --role member`)).toMatchObject({ code: 0 })
    expect(await outcome(await hub.signed(plain, 'GET', '/api/v1/team'))).toBe('role-missing')
  })

  it('with a scope or a role that is not there are refused', async () => {
    const { deviceId } = await hub.person(OWN)
    expect(await run(`roles set --device ${deviceId} --role manager --scope nowhere`)).toMatchObject({
      code: 1,
    })
    expect(await run(`roles set --device ${deviceId} --role king`)).toMatchObject({ code: 2 })
    expect(await run('roles set --device nobody --role member')).toMatchObject({ code: 1 })
  })
})
