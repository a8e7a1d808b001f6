// What the administrator is told to do can be done: the container, the system service, and every command of the documents.
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runLine } from '../../hub/admin/line.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-operate-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the container', () => {
  const stages = read('Dockerfile')
    .split(/^FROM /m)
    .slice(1)
  const copies = (stage: string) =>
    [...stage.matchAll(/^COPY (?!--from)(.+)$/gm)].map(([, words = '']) => {
      const all = words.split(' ')
      return { from: all.slice(0, -1), to: all.at(-1) ?? '' }
    })
  const [build = '', run = ''] = stages

  /** What a stage copies, as it will lie there. */
  function lay(stage: string): void {
    for (const { from, to } of copies(stage)) {
      for (const one of from) {
        const target = to.endsWith('/') ? join(dir, to, one) : join(dir, to)
        mkdirSync(dirname(target), { recursive: true })
        cpSync(join(ROOT, one), target, { recursive: true })
      }
    }
  }

  /** The packages that stay after `npm prune --omit=dev`. */
  function pruned(): void {
    const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(read('package-lock.json'))
    for (const [path, { dev }] of Object.entries(lock.packages)) {
      const top = /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path)
      if (!top || dev || !existsSync(join(ROOT, path))) continue
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      symlinkSync(join(ROOT, path), join(dir, path))
    }
  }

  it('copies files that are there, and is sent no others', () => {
    const all = [...copies(build), ...copies(run)].flatMap(one => one.from)
    expect(all.filter(file => !existsSync(join(ROOT, file)))).toEqual([])
    const sent = read('.dockerignore').split('\n')
    expect(sent[1]).toBe('*')
    expect(all.filter(file => !sent.includes(`!${file}`))).toEqual([])
  })

  it('runs as nobody in particular, tells its health, and stops on the signal that the hub knows', () => {
    expect(run).toMatch(/^USER node$/m)
    expect(run).toMatch(/^HEALTHCHECK [\s\S]*\/readyz/m)
    expect(run).toMatch(/^STOPSIGNAL SIGTERM$/m)
    expect(run.indexOf('USER node')).toBeGreaterThan(run.indexOf('chown node:node /data'))
  })

  it('builds its pages from what it copies', { timeout: 180_000 }, () => {
    lay(build)
    symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
    const npm = [...build.matchAll(/^RUN npm run (\S+)$/gm)].map(found => found[1] ?? '')
    expect(npm).toEqual(['build:widgets'])
    execFileSync('npm', ['run', '--silent', ...npm], { cwd: dir, stdio: 'pipe' })
    for (const made of ['dist/render/render.js', 'dist/widgets/nhipso.js'])
      expect(existsSync(join(dir, made))).toBe(true)
  })

  it('serves with the packages and files that are left, and is found healthy', {
    timeout: 120_000,
  }, async () => {
    lay(run)
    pruned()
    const words = (name: string): string[] =>
      JSON.parse(new RegExp(`^${name} (\\[.*\\])$`, 'm').exec(run)?.[1] ?? '[]')
    const [, ...args] = [...words('ENTRYPOINT'), ...words('CMD')]
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(dir, 'data/hub.db')}`,
      NODE_OPTIONS: '--preserve-symlinks',
      LOG_LEVEL: 'silent',
    }
    const hub = spawn(process.execPath, args, { cwd: dir, env, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise(resolve => hub.once('exit', resolve))
    try {
      const said = await new Promise<string>((resolve, reject) => {
        hub.stdout.once('data', data => resolve(String(data)))
        hub.once('exit', code => reject(new Error(`ended with ${code}`)))
      })
      const port = /listening on \S+:(\d+)/.exec(said)?.[1] ?? ''
      const [health, ...how]: string[] = JSON.parse(/CMD (\["node", "-e".*\])/.exec(run)?.[1] ?? '[]')
      expect(health).toBe('node')
      execFileSync(process.execPath, how, { env: { ...env, PORT: port }, stdio: 'pipe' })
      expect(() =>
        execFileSync(process.execPath, how, { env: { ...env, PORT: '1' }, stdio: 'pipe' }),
      ).toThrow()
    } finally {
      hub.kill('SIGTERM')
      expect(await ended).toBe(0)
    }
  })
})

describe('the system service', () => {
  const unit = read('docs/operate/nhipso.service')

  it('starts a file that is there', () => {
    expect(unit).toContain('ExecStart=/opt/nhipso/node_modules/.bin/node hub/admin/main.ts serve')
    for (const file of ['node_modules/.bin/node', 'hub/admin/main.ts'])
      expect(existsSync(join(ROOT, file))).toBe(true)
  })

  it('takes every right away that the hub does not need', () => {
    const has = (line: string) => expect(unit).toMatch(new RegExp(`^${line}$`, 'm'))
    for (const right of ['NoNewPrivileges', 'PrivateTmp', 'PrivateDevices', 'ProtectHome', 'ProtectClock'])
      has(`${right}=yes`)
    for (const line of [
      'User=nhipso',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'StateDirectory=nhipso',
    ])
      has(line)
  })

  it('is sound, and to systemd itself, where there is one, well closed', () => {
    const sections = [...unit.matchAll(/^\[(\w+)\]$/gm)].map(found => found[1])
    expect(sections).toEqual(['Unit', 'Service', 'Install'])
    expect(unit.split('\n').filter(line => !/^(?:#.*|\[\w+\]|[A-Z]\w+=.*)?$/.test(line))).toEqual([])
    if (!existsSync('/usr/bin/systemd-analyze')) return
    const file = join(dir, 'nhipso.service')
    writeFileSync(file, unit.replaceAll('/opt/nhipso', ROOT))
    const ask = (...args: string[]) =>
      execFileSync('systemd-analyze', args, { encoding: 'utf8', stdio: 'pipe' })
    expect(ask('verify', file)).toBe('')
    const [, level] = /exposure level for \S+: ([\d.]+)/.exec(ask('security', '--offline=yes', file)) ?? []
    expect(Number(level)).toBeLessThan(2)
  })
})

describe('nginx before the hub', () => {
  const conf = read('docs/operate/nginx.conf')

  it('tells the client’s address itself, and believes nobody else’s', () => {
    expect(conf.match(/location /g)).toHaveLength(2)
    expect(conf.match(/X-Forwarded-For \$remote_addr;/g)).toHaveLength(2)
    expect(conf).not.toContain('proxy_add_x_forwarded_for')
  })

  it('passes event streams on at once', () =>
    expect(conf).toMatch(/location = \/api\/v1\/scores\/stream \{[^}]*proxy_buffering off;/))
})

describe.each(['docs/operate.md', 'docs/operate.vi.md'])('%s', file => {
  const text = read(file)

  it('tells every command that there is, and none that is not', async () => {
    const { out } = await runLine(['--help'], {}, 0)
    const all = [...out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= |$)/gm)].map(found => found[1] ?? '')
    expect(all.length).toBeGreaterThan(12)
    const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(found => found[0]).join('\n')
    const told = [...code.matchAll(/(?:\bhub --|[`&\n] ?hub|main\.ts) ([a-z]+(?: [a-z]+)?)/g)].map(
      found => found[1] ?? '',
    )
    expect(told.length).toBeGreaterThan(12)
    const known = (one: string) => all.some(name => one === name || one.split(' ')[0] === name)
    expect(told.filter(one => !known(one))).toEqual([])
    expect(all.filter(name => !code.includes(name))).toEqual([])
  })

  it('tells every setting, and its default', () => {
    const config = read('hub/config.ts')
    const names = new Set(
      [...config.matchAll(/\benv\.([A-Z_]+)|^ {2}([A-Z_]+): '?/gm)].map(found => found[1] ?? found[2]),
    )
    expect(names.size).toBeGreaterThanOrEqual(10)
    expect([...names].filter(name => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('tells every number for monitoring', () => {
    const names = new Set(read('hub/meter.ts').match(/nhipso_[a-z_]+/g))
    expect([...names].filter(name => !text.includes(name))).toEqual([])
  })

  it('names files that are there', () => {
    const names = [...text.matchAll(/\b(?:docs|hub)\/[\w./-]+\.\w+/g)].map(found => found[0])
    expect(names.length).toBeGreaterThan(2)
    expect(names.filter(name => !existsSync(join(ROOT, name)))).toEqual([])
  })
})
