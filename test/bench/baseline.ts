// Starts the baselines beside a hub.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../journey/hub-process.ts'
import type { Person } from './bench-hub.ts'

export interface Baseline {
  readonly port: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** @param people whose signatures it believes @param bytes what `GET /bytes` tells */
export async function baseline(people: readonly Person[], bytes = ''): Promise<Baseline> {
  const dir = mkdtempSync(join(tmpdir(), 'nhipso-bare-'))
  const [keys, told] = [join(dir, 'keys.json'), join(dir, 'bytes')]
  writeFileSync(keys, JSON.stringify(Object.fromEntries(people.map(one => [one.deviceId, one.publicKey]))))
  writeFileSync(told, bytes)
  const port = await freePort()
  const child = fork(join(import.meta.dirname, 'bare.ts'), [String(port), keys, told])
  await once(child, 'message')
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
      rmSync(dir, { recursive: true })
    },
  }
}
