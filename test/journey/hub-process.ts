// A real hub: its own process, its own SQLite file, started and stopped as an operator does.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../rules/tree.ts'

/** As `npm run hub`, the container and the service start it. */
const packed: { scripts: { hub: string } } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const COMMAND = packed.scripts.hub.split(' ').slice(1)

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise(done => probe.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export class HubProcess {
  readonly #child: ChildProcess
  #output = ''

  constructor(env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [...COMMAND, 'serve'], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        this.#output += text
      })
    }
  }

  get output(): string {
    return this.#output
  }

  /** Waits until the hub says that it is ready. */
  async ready(port: number): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.#child.exitCode !== null) throw new Error(`the hub stopped:\n${this.#output}`)
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
      if (answer?.ok) return
      await new Promise(done => setTimeout(done, 100))
    }
    throw new Error(`the hub is not ready:\n${this.#output}`)
  }

  /** Stops it as systemd does; resolves with the exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await ended
    return this.#child.exitCode
  }

  /** As a power cut ends it: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Ends by itself (a start that is refused). */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, 'exit')
    return this.#child.exitCode
  }
}

/** Runs one command of the operator's command line with `--json`; throws when it is refused. */
export async function operate<T>(env: Readonly<Record<string, string>>, ...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [...COMMAND, ...args, '--json'], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  return JSON.parse(stdout) as T
}
