// The weekly digest: the released figures as a mail, through a real SMTP server on this machine.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { figureText } from '../../extension/pages/figure-text.ts'
import { runLine } from '../../hub/admin/line.ts'
import { type Campaigns, loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { digestOf } from '../../hub/digest.ts'
import { DAY_MS, dayOf } from '../../shared/core/day.ts'
import { figuresOf } from '../../shared/wire/figures.ts'
import { parseViews } from '../../shared/wire/me.ts'
import { read, type TryHub, tryHub } from '../fixtures/hub.ts'
import { teamFixture } from '../fixtures/team.ts'

interface Mail {
  readonly to: string
  readonly body: string
}

/** A mail server that refuses one address. */
async function mailServer(refused = '') {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(address === refused ? new Error('550 no such mailbox') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(one => one.address).join()
        mails.push({ to, body: Buffer.concat(chunks).toString('utf8') })
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
  runLine(
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
      expect(plain).toContain(`${figure.name[language]} ${shown}`)
      expect(text).toContain(`${figure.name[language]}: ${shown}`)
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
