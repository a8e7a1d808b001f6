// The weekly digest: the released figures as a mail, through a real SMTP server on this machine.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { figureText } from '../../extension/pages/team/figure-text.ts'
import { runCli } from '../../hub/admin/cli.ts'
import { mustEncrypt } from '../../hub/admin/mail.ts'
import { type Campaigns, loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { digestOf } from '../../hub/render/digest.ts'
import { DAY_MS, dayOf } from '../../shared/core/day.ts'
import { measureWords } from '../../shared/text/measures.ts'
import { figuresOf } from '../../shared/wire/figures.ts'
import { parseViews } from '../../shared/wire/me.ts'
import { read, type TryHub, tryHub } from '../fixtures/hub.ts'
import { teamFixture } from '../fixtures/team.ts'

interface Mail {
  readonly to: string
  /** Came over TLS. */
  readonly secure: boolean
  readonly body: string
}

/** A mail server that refuses one address. @param over as nodemailer’s own server is told */
async function mailServer(
  refused = '',
  over: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] },
) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    ...over,
    onRcptTo: ({ address }, _session, done) =>
      done(address === refused ? new Error('550 no such mailbox') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(one => one.address).join()
        mails.push({ to, secure: session.secure, body: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>(done => server.close(done)),
  }
}

/** Words of a header as RFC 2047 writes them. */
const decoded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/[\u0080-\u00ff]+/g, bytes => Buffer.from(bytes, 'latin1').toString('utf8'))

const shipped = (): Campaigns => {
  const read = loadCampaigns(SHIPPED_CAMPAIGNS)
  if (!read.ok) throw new Error(read.detail)
  return read.value
}

let hub: TryHub
afterEach(() => hub?.close())

/** Two agencies with one released week, and a person of the first. */
async function province() {
  hub = await tryHub({ campaigns: shipped() })
  const staff = await Promise.all(Array.from({ length: 15 }, () => hub.person('so-noi-vu')))
  for (const one of staff.slice(0, 11))
    await hub.report(one, [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds: 900 }])
  hub.clock.now += 7 * DAY_MS
  await hub.tick()
  return staff
}
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli(
    ['digest', '--out', join(hub.dir, 'digest'), ...args],
    { DATABASE_URL: hub.databaseUrl, ...env },
    hub.clock.now,
  )
const offices = (...lines: string[]): string => {
  const path = join(hub.dir, 'offices.csv')
  writeFileSync(path, ['agency,email', ...lines].join('\n'))
  return path
}

describe('a digest', () => {
  const team = teamFixture()

  it.each(['vi', 'en'] as const)('tells every figure as the page tells it (%s)', language => {
    const { html, text } = digestOf(team, language)
    const week = team.weeks.at(-1)
    if (!week) throw new Error('no week')
    const plain = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    for (const figure of figuresOf(week)) {
      const shown =
        figure.cell && !figure.cell.told ? '–' : figureText(figure, language).replace('\u00a0', ' ')
      const { name } = measureWords(language)[figure.id]
      expect(plain).toContain(`${name} ${shown}`)
      expect(text).toContain(`${name}: ${shown}`)
    }
  })

  it('holds no markup of somebody else, and fetches nothing', () => {
    const evil = '<img src=http://x onerror=alert(1)>'
    const { html } = digestOf({ ...team, agency: { id: 'x', name: { vi: evil, en: evil } } }, 'vi')
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/https?:\/\/(?!x)/)
  })
})

describe('digest', () => {
  it('writes two files for each agency', async () => {
    await province()
    const done = await run([])
    expect([done.code, done.err]).toEqual([0, ''])
    const files = readdirSync(join(hub.dir, 'digest'))
    expect(files).toHaveLength(2 * shipped().agencies.length)
    expect(readFileSync(join(hub.dir, 'digest/so-noi-vu-2026-W45.txt'), 'utf8')).toContain('Đã tham gia: 15')
  })

  it('reaches the offices by SMTP, and who works there reads of it', async () => {
    const [one] = await province()
    const server = await mailServer()
    const to = offices('so-noi-vu,vanthu@so-noi-vu.test')
    const done = await run(['--to', to], { SMTP_URL: server.url, SMTP_FROM: 'Nhịp Số <nhipso@hub.test>' })
    await server.close()
    expect([done.err, done.code]).toEqual(['', 0])
    expect(done.out).toContain('1 sent')
    expect(server.mails.map(mail => mail.to)).toEqual(['vanthu@so-noi-vu.test'])
    const [mail] = server.mails
    expect(mail?.body).toMatch(/^Content-Type: multipart\/alternative/m)
    expect(mail?.body).toContain('text/html')
    if (!one) throw new Error('nobody')
    const { views } = await read(await hub.signed(one, 'GET', '/api/v1/me/views'), parseViews)
    expect(views.map(view => view.what)).toEqual(['digest'])
  })

  it('sends to everybody else when one mailbox refuses, and says which one did', async () => {
    await province()
    const server = await mailServer('fehlt@x.test')
    const to = offices('so-noi-vu,fehlt@x.test', 'so-y-te,vanthu@so-y-te.test')
    const done = await run(['--to', to], { SMTP_URL: server.url, SMTP_FROM: 'nhipso@hub.test' })
    await server.close()
    expect(done.code).toBe(1)
    expect(done.err).toMatch(/^1 sent, 1 not:\nso-noi-vu, fehlt@x\.test: .*550/)
    expect(server.mails.map(mail => mail.to)).toEqual(['vanthu@so-y-te.test'])
  })

  const FROM = { SMTP_FROM: 'nhipso@hub.test' }

  it('has a Vietnamese subject that any mail program reads, and says that no person wrote it', async () => {
    await province()
    const server = await mailServer()
    await run(['--to', offices('so-noi-vu,a@x.test')], { SMTP_URL: server.url, ...FROM })
    await server.close()
    const [head = ''] = server.mails[0]?.body.split('\r\n\r\n') ?? []
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect([...head].every(letter => letter < '\u0080')).toBe(true)
    const subject = /^Subject: ((?:.*\r?\n[ \t])*.*)$/m.exec(head)?.[1] ?? ''
    expect(decoded(subject)).toBe('Nhịp Số · Bản tin tuần: Sở Nội vụ · Tuần 45/2026 (02/11–08/11)')
  })

  it('goes on where it was cut short: nobody is mailed twice, unless it is asked for', async () => {
    await province()
    const to = offices(
      'so-noi-vu,a@x.test',
      'so-noi-vu,fehlt@x.test',
      'so-noi-vu,A@x.test',
      'so-y-te,b@x.test',
    )
    const first = await mailServer('fehlt@x.test')
    const cut = await run(['--to', to], { SMTP_URL: first.url, ...FROM })
    await first.close()
    expect(cut.err).toMatch(/^2 sent, 1 not:\n.*fehlt.*\nrun the same command again: whoever has had it/)
    const second = await mailServer()
    const rest = await run(['--to', to], { SMTP_URL: second.url, ...FROM })
    expect(rest.out).toMatch(/, 1 sent, 3 had it before$/)
    expect(second.mails.map(mail => mail.to)).toEqual(['fehlt@x.test'])
    const again = await run(['--to', to, '--again'], { SMTP_URL: second.url, ...FROM })
    await second.close()
    expect(again.out).toMatch(/, 4 sent$/)
    const ids = [...first.mails, ...second.mails].map(({ to: office, body }) => {
      return `${office} ${/^Message-ID: (.*)$/im.exec(body)?.[1]}`
    })
    expect(new Set(ids.filter(id => id.startsWith('b@'))).size).toBe(1) // a mailbox shows it once
  })

  it('tries nobody else where the server itself is out of reach, and leaves everybody for the next time', async () => {
    await province()
    const gone = await mailServer()
    await gone.close()
    const to = offices('so-noi-vu,a@x.test', 'so-y-te,b@x.test')
    const { code, err } = await run(['--to', to], { SMTP_URL: gone.url, ...FROM })
    expect([code, err]).toEqual([1, expect.stringMatching(/^0 sent, 1 not:\nso-noi-vu, a@x\.test: /)])
    expect(readdirSync(join(hub.dir, 'digest'))).toHaveLength(2 * shipped().agencies.length)
    const server = await mailServer()
    const later = await run(['--to', to], { SMTP_URL: server.url, ...FROM })
    await server.close()
    expect(later.out).toMatch(/, 2 sent$/)
  })

  it('leaves this machine encrypted or not at all', async () => {
    expect(mustEncrypt('smtp://user:p%40ss@mail.tayninh.gov.vn:587')).toBe(true)
    expect(['smtp://127.0.0.1:25', 'smtp://localhost', 'smtp://[::1]:25'].map(mustEncrypt)).toEqual(
      Array.from({ length: 3 }, () => false),
    )
    await province()
    const to = offices('so-noi-vu,a@x.test')
    const plain = await mailServer()
    const refused = await run(['--to', to], { SMTP_URL: `${plain.url}?requireTLS=true`, ...FROM })
    await plain.close()
    expect([refused.code, plain.mails]).toEqual([1, []])
    const server = await mailServer('', { disabledCommands: ['AUTH'] })
    const unknown = await run(['--to', to], { SMTP_URL: server.url, ...FROM })
    expect([unknown.code, server.mails]).toEqual([1, []]) // nobody vouches for its certificate
    const trusted = `${server.url}?requireTLS=true&tls.rejectUnauthorized=false`
    expect((await run(['--to', to], { SMTP_URL: trusted, ...FROM })).out).toMatch(/, 1 sent$/)
    await server.close()
    expect(server.mails.map(mail => mail.secure)).toEqual([true])
  })

  it('says what is wrong before anything leaves', async () => {
    await province()
    expect(await run(['--to', offices('so-noi-vu,a@b.test')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('SMTP_URL'),
    })
    const env = { SMTP_URL: 'smtp://127.0.0.1:1', SMTP_FROM: 'a@b.test' }
    const wrong = await run(['--to', offices('nobody,a@b.test', 'so-noi-vu,a b')], env)
    expect(wrong.err).toContain('line 2, column agency: there is no agency "nobody"')
    expect(wrong.err).toContain('line 3, column email: "a b" is no address')
    expect(existsSync(join(hub.dir, 'digest'))).toBe(false)
    expect((await run([], { SMTP_URL: 'http://x', SMTP_FROM: 'a@b.test' })).err).toContain('SMTP_URL must be')
    expect((await run(['--week', '2026-W99'])).code).toBe(2)
    expect((await run(['--week', '2026-W01'])).err).toContain('no such week has been released')
  })
})
