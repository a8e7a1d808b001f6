// `npm start` in a folder of its own: the sample province, labelled as such on every page.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../journey/hub-process.ts'
import { root } from '../rules/tree.ts'

const CODE = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g

/** A hub, and who may join it. */
export interface Doors {
  readonly hubUrl: string
  readonly memberCode: string
  readonly managerCode: string
}

export interface Sample extends Doors {
  readonly stop: () => Promise<void>
}

export async function startSample(folder: string): Promise<Sample> {
  const port = String(await freePort())
  const env = { ...process.env, PORT: port, DATABASE_URL: `sqlite:${join(folder, 'sample.db')}` }
  const child = spawn(process.execPath, ['hub/sample/start.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const hubUrl = `http://127.0.0.1:${port}`
  let said = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    said += text
    const [memberCode, managerCode] = said.match(CODE) ?? []
    if (memberCode && managerCode) {
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      child.stdout.resume()
      return { hubUrl, memberCode, managerCode, stop }
    }
  }
  throw new Error(`the sample did not start:\n${said}`)
}
