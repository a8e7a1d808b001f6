// What the administrator is told to do can be done: the container, the system service, and every command of the documents.
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { systemdAnalyzePath } from '../browsers.ts'

const ANALYZE = systemdAnalyzePath()
const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** Where the tests run as root, the hub gets a user who may do nothing, as the container's does. */
const nobody = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => !file.startsWith('node_modules'))

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-operate-'))
})
afterEach(() => {
  chmodSync(dir, 0o755)
  rmSync(dir, { recursive: true, force: true })
})

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
    const scripts: Record<string, string> = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ).scripts
    const npm = [...build.matchAll(/^RUN npm run (\S+)$/gm)].map(found => found[1] ?? '')
    expect(npm).toEqual(['build:widgets'])
    const [node, ...script] = (scripts[npm[0] ?? ''] ?? '').split(' ')
    expect(node).toBe('node')
    execFileSync(process.execPath, script, { cwd: dir, stdio: 'pipe' })
    for (const made of ['dist/render/render.js', 'dist/widgets/nhipso.js'])
      expect(existsSync(join(dir, made))).toBe(true)
  })

  it('leaves behind what only the build needs', () => {
    expect(build.indexOf('RUN npm prune --omit=dev')).toBeGreaterThan(build.indexOf('RUN npm run build'))
    const left = [...copies(run).flatMap(one => one.from), ...run.matchAll(/^COPY --from=build (\S+)/gm)].map(
      String,
    )
    expect(left.filter(one => /test|extension|widgets|package-lock/.test(one))).toEqual([])
  })

  it('serves as a user without rights, with the packages and files that are left, writing to its data alone', {
    timeout: 120_000,
  }, async () => {
    lay(run)
    pruned()
    const data = join(dir, 'data')
    const spare = join(dir, 'tmp')
    for (const folder of [data, spare]) mkdirSync(folder)
    const who = nobody()
    if (who.uid !== undefined) chownSync(data, who.uid, who.gid ?? who.uid)
    chmodSync(dir, 0o555)
    const before = everything(dir)
    const words = (name: string): string[] =>
      JSON.parse(new RegExp(`^${name} (\\[.*\\])$`, 'm').exec(run)?.[1] ?? '[]')
    const [, ...args] = [...words('ENTRYPOINT'), ...words('CMD')]
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(data, 'hub.db')}`,
      TMPDIR: spare,
      NODE_OPTIONS: '--preserve-symlinks',
      LOG_LEVEL: 'silent',
    }
    const hub = spawn(process.execPath, args, { cwd: dir, env, ...who, stdio: ['ignore', 'pipe', 'inherit'] })
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
    const added = everything(dir).filter(file => !before.includes(file))
    expect(added).toContain('data/hub.db')
    expect(added.filter(file => !file.startsWith('data/'))).toEqual([])
  })
})

describe('the system service', () => {
  const unit = read('docs/operate/nhipso.service')
  /** The one way in which every hub is started. */
  const started: string = JSON.parse(read('package.json')).scripts.hub

  it('starts a file that is there', () => {
    expect(unit).toContain(`ExecStart=/opt/nhipso/node_modules/.bin/${started} serve`)
    for (const file of ['node_modules/.bin/node', 'hub/admin/main.ts'])
      expect(existsSync(join(ROOT, file))).toBe(true)
  })

  it('starts the hub as the container and the operator’s command do', () => {
    expect(read('Dockerfile')).toContain(
      `ENTRYPOINT ${JSON.stringify(started.split(' ')).replaceAll(',', ', ')}`,
    )
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

  it('has nothing but sections and settings', () => {
    const sections = [...unit.matchAll(/^\[(\w+)\]$/gm)].map(found => found[1])
    expect(sections).toEqual(['Unit', 'Service', 'Install'])
    expect(unit.split('\n').filter(line => !/^(?:#.*|\[\w+\]|[A-Z]\w+=.*)?$/.test(line))).toEqual([])
  })

  it.skipIf(ANALYZE === null)('is sound to systemd itself, and well closed', () => {
    const file = join(dir, 'nhipso.service')
    writeFileSync(file, unit.replaceAll('/opt/nhipso', ROOT))
    const ask = (...args: string[]) => execFileSync(ANALYZE ?? '', args, { encoding: 'utf8', stdio: 'pipe' })
    expect(ask('verify', file)).toBe('')
    const [, level] = /exposure level for \S+: ([\d.]+)/.exec(ask('security', '--offline=yes', file)) ?? []
    expect(Number(level)).toBeLessThan(2)
  })
})

describe.each(['docs/operate.md', 'docs/operate.vi.md'])('%s', file => {
  const text = read(file)

  it('tells every command that there is, and none that is not', async () => {
    const { out } = await runCli(['--help'], {}, 0)
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
    const names = new Set(read('hub/http/metrics.ts').match(/nhipso_[a-z_]+/g))
    expect([...names].filter(name => !text.includes(name))).toEqual([])
  })

  it('names files that are there', () => {
    const names = [...text.matchAll(/\b(?:docs|hub)\/[\w./-]+\.\w+/g)].map(found => found[0])
    expect(names.length).toBeGreaterThan(2)
    expect(names.filter(name => !existsSync(join(ROOT, name)))).toEqual([])
  })
})
