// The ground on which scenes are played: a desktop, a web, and a real hub whose campaign knows the scenes' hosts.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { campaignsIn } from '../journey/campaigns.ts'
import { freePort, HubProcess, operate } from '../journey/hub-process.ts'
import { RecordingProxy } from '../journey/recording-proxy.ts'
import { Web } from '../journey/web.ts'
import { Desktop, type Manager } from './desktop.ts'
import { XWitness } from './x-witness.ts'

/** The shortest limit that a campaign may set: scenes need not wait two minutes. */
export const IDLE_AFTER_MS = 60_000

export interface StageWorld {
  readonly folder: string
  readonly desktop: Desktop
  readonly truth: XWitness
  readonly webPort: number
  readonly hubUrl: string
  /** What reaches the hub passes here. */
  readonly tap: RecordingProxy
  /** An enrolment code for two browsers. */
  readonly code: string
  leave(): Promise<void>
}

/** Builds it in an empty folder; `hosts` become tracked platforms of the campaign. */
export async function buildStageWorld(
  folder: string,
  hosts: readonly string[],
  manager?: Manager,
): Promise<StageWorld> {
  mkdirSync(folder, { recursive: true })
  const tap = new RecordingProxy()
  const hubUrl = `http://127.0.0.1:${await tap.listen()}`
  tap.hubPort = await freePort()
  const env = {
    PORT: String(tap.hubPort),
    PUBLIC_URL: hubUrl,
    DATABASE_URL: `sqlite:${join(folder, 'hub.db')}`,
    CAMPAIGNS_DIR: campaignsIn(join(folder, 'campaigns'), {
      platforms: file => {
        file.platforms.push(...hosts.map(scenePlatform))
      },
      campaign: file => {
        file.score.idleAfterMs = IDLE_AFTER_MS
      },
    }),
    LOG_LEVEL: 'error',
  }
  const { code } = await operate<{ code: string }>(
    env,
    'codes',
    'new',
    '--agency',
    'so-noi-vu',
    '--uses',
    '2',
  )
  const hub = new HubProcess(env)
  await hub.ready(tap.hubPort)
  const web = new Web()
  const webPort = await web.listen()
  const desktop = await Desktop.start(manager)
  const truth = await XWitness.watch(desktop.display)
  const leave = async (): Promise<void> => {
    await tap.close()
    await hub.stop()
    await web.close()
    await truth.close()
    await desktop.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, desktop, truth, webPort, hubUrl, tap, code, leave }
}

/** A platform's id is its host without dots. */
export const platformId = (host: string): string => host.replaceAll('.', '-')

const scenePlatform = (host: string): object => ({
  id: platformId(host),
  name: { vi: host, en: host },
  host,
  category: 'van-ban',
  scope: 'province',
  use: 'track',
  evidence: 'scene',
})
