// The operator: command line, environment, a read-only database, a port in use, a clean stop.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { duration } from '../../hub/admin/codes.ts'
import { decimal } from '../../hub/admin/results.ts'
import { readConfig } from '../../hub/config.ts'
import { serve } from '../../hub/main.ts'
import { enrol, newDeviceKey } from '../../hub/sample/simulated-device.ts'
import { openStore } from '../../hub/store/db.ts'
import { DAY_MS } from '../../shared/core/day.ts'
import { MONDAY } from '../fixtures/hub.ts'
import { newPlace } from '../postgres.ts'

let dir: string
let env: Record<string, string>
let away: () => Promise<void>
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-operator-'))
  // PostgreSQL where the tests run beside one, else a file.
  const place = ON_POSTGRES ? await newPlace(inject('postgres')) : null
  away = place?.drop ?? (async () => undefined)
  env = { DATABASE_URL: place?.url ?? sqlite(), PORT: '0', LOG_LEVEL: 'silent' }
})
afterEach(async () => {
  await away()
  rmSync(dir, { recursive: true, force: true })
})
const ON_POSTGRES = inject('postgres') !== undefined
const sqlite = (): string => `sqlite:${join(dir, 'deep', 'hub.db')}`

const run = (line: string) => runCli(line.split(' ').filter(Boolean), env, MONDAY)
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out)

describe('the command line', () => {
  it('makes a code that is shown once, listed by its short id, and can be withdrawn', async () => {
    const made = await json(
      'codes new --agency so-noi-vu --role manager --scope so-ban-nganh --uses 3 --expires 7d',
    )
    expect(made).toMatchObject({
      role: 'manager',
      scope: 'so-ban-nganh',
      uses: 3,
      expires: '2026-11-09T01:00:00.000Z',
    })
    expect(made.link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/#nhipso=${made.code}$`))
    const [listed] = await json('codes list')
    expect(listed).toMatchObject({ id: made.id, usesLeft: 3, state: 'valid' })
    expect(JSON.stringify(listed)).not.toContain(made.code)
    expect((await run(`codes revoke ${made.id}`)).code).toBe(0)
    expect((await run(`codes revoke ${made.code}`)).code).toBe(1) // withdrawn already
    expect(await json('codes list')).toMatchObject([{ state: 'revoked' }])
  })

  it.each([
    ['nonsense', 2],
    ['codes new', 2],
    ['codes new --agency so-noi-vu --uses none', 2],
    ['codes new --agency so-noi-vu --colour red', 2],
    ['agencies import', 2],
    ['codes new --agency nobody', 1],
    ['codes new --agency so-noi-vu --scope nobody', 1],
    ['erase --device 00000000-0000-4000-8000-000000000000', 1],
    ['agencies import /nowhere.csv', 1],
    ['results import x.csv', 1],
    ['restore x', 1],
    ['backup /nowhere/x', 1],
    ['results list', 0],
    ['migrate', 0],
    ['agencies list', 0],
    ['release now', 0],
    ['release list', 0],
    ['doctor', 0],
  ])('"%s" ends with %i', async (line, code) => {
    const ending = await run(line)
    expect(ending.code).toBe(code)
    expect(ending.err === '').toBe(code === 0)
  })

  it('refuses an option that it does not know, and tells how the command is called', async () => {
    const { code, err } = await run('codes new --agency so-noi-vu --colour red')
    expect(code).toBe(2)
    expect(err).toMatch(/^unknown option '--colour'\n\nusage: codes new --agency ID/)
  })

  it('without a command tells which there are', async () => {
    expect(await run('')).toMatchObject({ code: 2, out: expect.stringContaining('agencies import FILE.csv') })
  })

  it('tells programs everything as JSON, with the same exit codes', async () => {
    const backup = join(dir, 'hub.backup')
    const calls: readonly (readonly [string, number])[] = [
      ['migrate', 0],
      ['agencies list', 0],
      ['agencies import /nowhere.csv', 1],
      ['agencies move --from so-noi-vu --to so-y-te', 1],
      ['agencies move', 2],
      ['codes list', 0],
      ['codes new --agency so-noi-vu', 0],
      ['codes new --agency nobody', 1],
      ['codes revoke nothing', 1],
      ['devices revoke --device nobody', 1],
      ['roles list', 0],
      ['roles set --device nobody --role member', 1],
      ['release now', 0],
      ['release list', 0],
      ['release final --campaign 870-kh-ubnd', 1],
      ['release final', 2],
      ['release correct --campaign nothing --week 2026-W45 --agency a --reason x', 1],
      ['release correct --campaign nothing --week 2026-W99 --agency a --reason x', 2],
      ['erase --device nobody', 1],
      ['erase', 2],
      ['digest', 1],
      ['digest --week 2026-W99', 2],
      ['results list', 0],
      ['results import /nowhere.csv', 1],
      [`backup ${backup}`, 0],
      [`backup ${backup}`, 1],
      [`restore ${backup}`, 1],
      [`digest --out ${join(dir, 'digest')}`, 1],
      ['digest --week 2026-W99', 2],
      ['doctor', 0],
      ['doctor now', 2],
      ['nonsense', 2],
    ]
    const said: string[] = []
    for (const [line, code] of calls) {
      const ending = await run(`${line} --json`)
      expect([line, ending.code, ending.err]).toEqual([line, code, ''])
      const value: unknown = JSON.parse(ending.out)
      if (code > 0)
        expect(value).toEqual({ error: code === 1 ? 'refused' : 'usage', detail: expect.any(String) })
      said.push(line)
    }
    const names = [...(await run('help')).out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= |$)/gm)].map(
      found => found[1] ?? '',
    )
    expect(names.filter(name => name !== 'serve' && !said.some(line => line.startsWith(name)))).toEqual([])
  })

  it('tells a program each finding of the doctor, also of what is not in order', async () => {
    await run('migrate')
    env.CAMPAIGNS_DIR = join(dir, 'nowhere')
    const { code, out } = await run('doctor --json')
    expect(code).toBe(1)
    const found: { what: string; ok: boolean }[] = JSON.parse(out)
    expect(found.find(one => one.what === 'configuration')).toMatchObject({ ok: false })
    expect(found.find(one => one.what === 'database')).toMatchObject({ ok: true })
    expect((await run('doctor')).err).toMatch(/^FAULT configuration: CAMPAIGNS_DIR: .*nowhere/m)
  })

  it.each([
    [{ PUBLIC_URL: 'https://nhipso.example' }, 'a proxy stands before the hub; set TRUST_PROXY'],
    [{ PUBLIC_URL: 'http://nhipso.example' }, 'use https'],
    [{ PUBLIC_URL: 'https://nhipso.example', TRUST_PROXY: '1' }, null],
    [{ PUBLIC_URL: 'http://localhost:8787' }, null],
    [{}, null],
  ])('the doctor looks at what the outside sees: %j', async (over, says) => {
    Object.assign(env, over)
    const found: { what: string; ok: boolean; says: string }[] = JSON.parse((await run('doctor --json')).out)
    expect(found.find(one => one.what === 'configuration')).toMatchObject(
      says === null ? { ok: true } : { ok: false, says: expect.stringContaining(says) },
    )
  })

  it('the doctor sees a clock that was set back by what is stored', async () => {
    await run('migrate')
    const opened = await openStore(env.DATABASE_URL ?? '')
    if (!opened.ok) throw new Error(opened.detail)
    const clock = async () => {
      const found: { what: string; ok: boolean; says: string }[] = JSON.parse(
        (await run('doctor --json')).out,
      )
      return found.find(one => one.what === 'clock')
    }
    const release = { release: 1, campaign_id: 'thu', kind: 'live', week: null, reason: null } as const
    await opened.value
      .insertInto('releases')
      .values({ ...release, at: MONDAY + 60_000 })
      .execute()
    expect(await clock()).toMatchObject({ ok: true })
    await opened.value
      .updateTable('releases')
      .set({ at: MONDAY + 3_600_000 })
      .execute()
    expect(await clock()).toMatchObject({
      ok: false,
      says: expect.stringContaining('the clock was set back'),
    })
    await opened.value.destroy()
  })

  it('is told by help, without a fault', async () => {
    for (const line of ['help', '--help'])
      expect(await run(line)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('doctor') })
    for (const line of ['codes new --help', 'help codes new'])
      expect(await run(line)).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringContaining('--expires <TIME>'),
      })
    expect(await run('codes --help')).toMatchObject({ code: 0, out: expect.stringContaining('revoke') })
  })

  it('tells a program why it refused', async () => {
    const detail = 'there is no agency "nobody"; see: agencies list'
    expect(await json('codes new --agency nobody')).toEqual({ error: 'refused', detail })
  })

  it.each([
    ['30d', 30 * DAY_MS],
    ['12h', DAY_MS / 2],
    ['10m', 600_000],
    ['0d', null],
    ['10', null],
    ['soon', null],
  ])('reads %s as a time', (text, ms) => expect(duration(text)).toBe(ms))
})

describe('importing agencies', () => {
  const HEAD = 'id,code,name_vi,name_en,level,block,headcount'
  const write = (text: string) => {
    const path = join(dir, 'agencies.csv')
    writeFileSync(path, text)
    return path
  }
  const headcount = async (id: string) =>
    (await json('agencies list')).find((a: { id: string }) => a.id === id)?.headcount

  it('adds and updates, from Excel’s CSV with semicolons and a byte-order mark too', async () => {
    const path = write(
      `\uFEFF${HEAD.replace(/,/g, ';')}\r\nso-noi-vu;;Sở Nội vụ;Department of Home Affairs;province;so-ban-nganh;1.234\r\nso-moi;;Sở Mới;New;province;so-ban-nganh;12\r\n`,
    )
    expect(await run(`agencies import ${path}`)).toMatchObject({ code: 0, out: '2 agencies imported' })
    expect([await headcount('so-noi-vu'), await headcount('so-moi')]).toEqual([1234, 12])
  })

  it('names line and column of every fault, and imports nothing', async () => {
    const path = write(
      [
        HEAD,
        'so-tot,,Sở Tốt,Good,province,so-ban-nganh,10',
        'So Xau,,Sở Xấu,Bad,district,so-ban-nganh,10',
        'so-ba,,Sở Ba,Three,province,xa,-4',
        'so-tot,,Sở Tốt,Good,province,so-ban-nganh,10',
      ].join('\n'),
    )
    const { code, err } = await run(`agencies import ${path}`)
    expect(code).toBe(1)
    const faults = err.split('\n')
    expect(faults.some(f => f.startsWith('line 3, column id: '))).toBe(true)
    expect(faults.some(f => f.startsWith('line 3, column level: '))).toBe(true)
    expect(faults.some(f => f.startsWith('line 4, column headcount: '))).toBe(true)
    expect(faults).toContain('line 5, column id: so-tot stands in line 2 already')
    expect(await headcount('so-tot')).toBeUndefined()
  })

  it('misses a column by its name', async () => {
    const { err } = await run(`agencies import ${write('id,code\nx,1')}`)
    expect(err).toBe('line 1: the column name_vi, name_en, level, block, headcount is missing')
  })

  it('keeps an imported headcount when a hub starts on the shipped files', async () => {
    await run(
      `agencies import ${write(`${HEAD}\nso-noi-vu,,Sở Nội vụ,Department of Home Affairs,province,so-ban-nganh,77`)}`,
    )
    await run('migrate')
    expect(await headcount('so-noi-vu')).toBe(77)
  })
})

describe('importing official results', () => {
  const write = (text: string) => {
    const path = join(dir, 'results.csv')
    writeFileSync(path, text)
    return path
  }

  it('reads what Excel writes in Vietnam: a mark, semicolons, decimal commas, its own heads', async () => {
    const path = write(
      '\uFEFFCơ quan;Chỉ tiêu;Kỳ;Giá trị;Nguồn;Ngày công bố\r\nso-noi-vu;Hồ sơ trực tuyến;2026-Q3;98,53 %;Báo cáo 12/BC;5/10/2026\r\nso-noi-vu;DTI;2025;1.234,5;Quyết định;2026-01-31\r\n',
    )
    expect(await run(`results import ${path}`)).toMatchObject({ code: 0, out: '2 results imported' })
    const hoSo = { agency: 'so-noi-vu', target: 'Hồ sơ trực tuyến', period: '2026-Q3' }
    expect(await json('results list')).toEqual([
      {
        agency: 'so-noi-vu',
        target: 'DTI',
        period: '2025',
        value: '1234.5',
        unit: null,
        source: 'Quyết định',
        date: '2026-01-31',
      },
      { ...hoSo, value: '98.53', unit: '%', source: 'Báo cáo 12/BC', date: '2026-10-05' },
    ])
  })

  it('names line and column of every fault, and imports nothing', async () => {
    const path = write(
      [
        'agency,target,period,value,source,date',
        'so-noi-vu,DTI,2026,80.5,QĐ 1,01/02/2026',
        'nobody,DTI,2026,eighty,,31/02/2026',
        'so-noi-vu,DTI,2026,81,QĐ 2,01/02/2026',
        'so-noi-vu,DTI,2027,1.234,QĐ 2,01/02/2026',
      ].join('\n'),
    )
    const { code, err } = await run(`results import ${path}`)
    expect(code).toBe(1)
    const places = err.split('\n').map(fault => fault.split(':')[0])
    expect(places).toEqual([
      'line 3, column agency',
      'line 3, column value',
      'line 3, column date',
      'line 3, column source',
      'line 4, column agency',
      'line 5, column value',
    ])
    expect(await json('results list')).toEqual([])
  })

  it.each([
    ['98,5', '98.5'],
    ['98.5', '98.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1 234,50', '1234.5'],
    ['0,125', '0.125'],
    ['-3', '-3'],
    ['1.234', null],
    ['1,23,4', null],
    ['1.', null],
    ['', null],
    ['12a', null],
    ['1.23.4', null],
  ])('reads %s as %s', (text, value) => {
    const read = decimal(text)
    expect(read.ok ? read.value : null).toBe(value)
  })
})

describe('the environment', () => {
  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['MIN_GROUP', '4'],
    ['RELEASE_MIN_INTERVAL', '-1'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'postgres:x'],
    ['PUBLIC_URL', 'hub.tayninh.gov.vn'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with one line that names it', async (name, value) => {
    const read = readConfig({ ...env, [name]: value })
    expect(read).toMatchObject({ ok: false, detail: expect.stringMatching(new RegExp(`^${name}[^\\n]*$`)) })
    env[name] = value
    expect((await run('migrate')).code).toBe(1)
  })

  it('tells every fault at once, each on a line of its own, and no secret', () => {
    const wrong = {
      PORT: 'eighty',
      MIN_GROUP: '4',
      DATABASE_URL: 'mysql://hub:geheim@x',
      SMTP_URL: 'http://office:geheim@mail',
      LOG_LEVEL: 'loud',
    }
    const read = readConfig(wrong)
    if (read.ok) throw new Error('it was taken')
    expect(read.detail.split('\n')).toEqual([
      'PORT is "eighty"; it must be a whole number from 0 to 65535',
      'DATABASE_URL must be sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE',
      expect.stringMatching(/^MIN_GROUP is "4"; it must be a whole number from \d+ to 1000$/),
      'LOG_LEVEL is "loud"; it must be one of fatal, error, warn, info, debug, trace, silent',
      'SMTP_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://…',
      'SMTP_FROM is ""; it must be an address, alone or as NAME <ADDRESS>',
    ])
  })

  it('takes what is set, and leaves empty what is not', () => {
    expect(readConfig({})).toMatchObject({
      value: { port: 8787, publicUrl: 'http://127.0.0.1:8787', metricsPort: null, mail: null, proxies: 0 },
    })
    const mail = { url: 'smtp://mail.example:25', from: 'hub@mail.example' }
    expect(
      readConfig({ METRICS_PORT: '9787', SMTP_URL: mail.url, SMTP_FROM: mail.from, HOST: ' ', PORT: '80' }),
    ).toMatchObject({ value: { metricsPort: 9787, mail, publicUrl: 'http://127.0.0.1' } })
    expect(readConfig({ HOST: '::1' })).toMatchObject({ detail: expect.stringMatching(/^HOST .*PUBLIC_URL/) })
  })

  it('a broken CAMPAIGNS_DIR does so too', async () => {
    env.CAMPAIGNS_DIR = join(dir, 'nowhere')
    expect((await run('serve')).err).toMatch(/^CAMPAIGNS_DIR: .*nowhere/)
  })

  it('PUBLIC_URL loses the slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://nhipso.tayninh.gov.vn/hub/' })).toMatchObject({
      value: { publicUrl: 'https://nhipso.tayninh.gov.vn/hub' },
    })
  })
})

describe('the database file', () => {
  it('that is read-only is refused in one line that says what to do', async () => {
    env.DATABASE_URL = sqlite()
    await run('migrate')
    chmodSync(join(dir, 'deep', 'hub.db'), 0o444)
    const { code, err } = await run('serve')
    expect(code).toBe(1)
    expect(err).toMatch(/^DATABASE_URL: .*hub\.db cannot be used: it is read-only; .*write permission[^\n]*$/)
  })

  it('that is something else is refused', async () => {
    writeFileSync(join(dir, 'letter.txt'), 'Kính gửi các cơ quan, đơn vị. '.repeat(100))
    env.DATABASE_URL = `sqlite:${join(dir, 'letter.txt')}`
    expect((await run('migrate')).err).toContain('is not an SQLite database')
  })
})

describe('a hub process', () => {
  const started: ChildProcess[] = []
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL')
  })

  const start = async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../hub/admin/main.ts'), 'serve'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout?.once('data', data => resolve(String(data)))
      child.once('exit', code => reject(new Error(`ended with ${code}`)))
    })
    const address = /listening on (\S+)\)/.exec(line)?.[1] ?? ''
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    return { child, address, ended }
  }

  it('takes a person in over HTTP, keeps them over a restart, and ends streams on SIGTERM', async () => {
    const { code } = JSON.parse(
      (await runCli(['codes', 'new', '--agency', 'so-noi-vu', '--json'], env, Date.now())).out,
    )
    const first = await start()
    const line = { hub: first.address, post: fetch, now: Date.now }
    expect(await enrol(line, code, await newDeviceKey())).toMatchObject({ ok: true })
    const stream = await fetch(`${first.address}/api/v1/scores/stream`)
    const reading = stream.text()
    first.child.kill('SIGTERM')
    expect(await reading).toContain('event: snapshot') // ended, not broken off
    expect(await first.ended).toBe(0)
    const second = await start()
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200)
    const again = await enrol({ ...line, hub: second.address }, code, await newDeviceKey())
    expect(again).toMatchObject({ why: 'code-used-up' })
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  it('refuses every host that is not its own or none at all, however it is written on the wire', async () => {
    const { child, address, ended } = await start()
    const { hostname, port } = new URL(address)
    const status = (target: string, ...headers: readonly string[]) =>
      new Promise<number>((resolve, reject) => {
        let heard = ''
        const socket = connect(Number(port), hostname)
        const lines = [`GET ${target} HTTP/1.1`, ...headers, 'connection: close', '', '']
        socket.setEncoding('utf8').on('data', text => {
          heard += text
        })
        socket.on('end', () => resolve(Number(heard.slice(9, 12)))).on('error', reject)
        socket.write(lines.join('\r\n'))
      })
    const path = '/api/v1/scores'
    expect(await status(path, 'host: localhost')).toBe(200)
    for (const host of ['evil.example', 'EVIL.example:80', 'xn--a', 'localhost.evil.example'])
      expect([host, await status(path, `host: ${host}`)]).toEqual([host, 421])
    expect(await status(`http://evil.example${path}`, 'host: localhost')).toBe(421)
    for (const host of ['', '[', 'a b', 'x@localhost', 'localhost/x', 'localhost#x', '%', 'localhost:x'])
      expect([host, await status(path, `host: ${host}`)]).toEqual([host, 400])
    expect(await status(path)).toBe(400)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('stops though somebody holds a request open and never ends it', { timeout: 120_000 }, async () => {
    const { child, address, ended } = await start()
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    const half = 'POST /api/v1/enrolments HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{'
    await new Promise<void>(sent => socket.write(half, () => sent()))
    expect((await fetch(`${address}/livez`)).ok).toBe(true) // the half request has arrived before this one
    const gone = once(socket, 'close')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await gone
  })

  it('has its SQLite file for itself, lets commands in, and frees it even when it is killed', async () => {
    env.DATABASE_URL = sqlite()
    const first = await start()
    const { code, err } = await run('serve')
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL: .*hub\.db: another hub serves it; stop that hub first$/),
    ])
    expect((await run('codes new --agency so-noi-vu')).code).toBe(0)
    expect((await run('release now')).code).toBe(0)
    first.child.kill('SIGKILL')
    await first.ended
    const second = await start()
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('tells its numbers at METRICS_PORT only', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => probe.once('listening', resolve))
    const at = probe.address()
    env.METRICS_PORT = String(typeof at === 'object' ? at?.port : 0)
    await new Promise(resolve => probe.close(resolve))
    const { address, child, ended } = await start()
    const numbers = await fetch(`http://127.0.0.1:${env.METRICS_PORT}/metrics`)
    expect(await numbers.text()).toMatch(/^nhipso_streams 0$/m)
    expect((await fetch(`${address}/metrics`)).status).toBe(404)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('refuses a megabyte over HTTP too, told and untold, and goes on serving', async () => {
    const { address, child, ended } = await start()
    const body = new Uint8Array(1024 * 1024)
    const send = (init: RequestInit) => fetch(`${address}/api/v1/enrolments`, { method: 'POST', ...init })
    expect((await send({ body })).status).toBe(413)
    const untold = new Blob([body]).stream()
    expect((await send({ body: untold, duplex: 'half' } as RequestInit)).status).toBe(413)
    expect((await fetch(`${address}/livez`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('forgets a listener who has gone', async () => {
    const { address, child, ended } = await start()
    const streams = async () => (await (await fetch(`${address}/readyz`)).json()).streams
    const leaving = new AbortController()
    await fetch(`${address}/api/v1/scores/stream`, { signal: leaving.signal })
    expect(await streams()).toBe(1)
    leaving.abort()
    await vi.waitFor(async () => expect(await streams()).toBe(0), { timeout: 5000 })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('whose port is in use says so in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const at = other.address()
    env.PORT = String(typeof at === 'object' ? at?.port : 0)
    const { code, err } = await run('serve')
    other.close()
    expect(code).toBe(1)
    expect(err).toBe(`PORT: ${env.PORT} on 127.0.0.1 is in use; stop that program or set PORT`)
  })

  it('notices what the command line released while it serves', async () => {
    const config = readConfig(env)
    if (!config.ok) throw new Error(config.detail)
    const serving = await serve(config.value)
    if (!serving.ok) throw new Error(serving.detail)
    const { address, hub, stop } = serving.value
    const names = async () =>
      (await (await fetch(`${address}/api/v1/scores`)).json()).agencies.map((a: { id: string }) => a.id)
    expect(await names()).not.toContain('so-moi')
    const path = join(dir, 'agencies.csv')
    writeFileSync(
      path,
      'id,code,name_vi,name_en,level,block,headcount\nso-moi,,Sở Mới,New,province,so-ban-nganh,12',
    )
    expect((await run(`agencies import ${path}`)).code).toBe(0)
    await hub.tick()
    expect(await names()).toContain('so-moi')
    await stop()
  })
})
