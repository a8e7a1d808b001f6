// Other trackers beside ours: unpacked extensions in the folder that PEERS_DIR names, and where they keep their totals.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Peer {
  /** The name of its folder. */
  readonly name: string
  readonly folder: string
  readonly id: string
}

/** Unpacked extensions below a folder; none where no folder is named. */
export function peersIn(folder: string | undefined): readonly Peer[] {
  if (!folder) return []
  if (!existsSync(folder)) throw new Error(`PEERS_DIR=${folder}: there is no such folder`)
  const found = readdirSync(folder).filter(name => existsSync(join(folder, name, 'manifest.json')))
  if (found.length === 0)
    throw new Error(`PEERS_DIR=${folder}: no unpacked extension in it (FOLDER/NAME/manifest.json)`)
  return found.map(name => peer(name, resolve(folder, name)))
}

export const peer = (name: string, folder: string): Peer => ({ name, folder, id: extensionId(folder) })

/** As Chromium makes it: from the key in the manifest, or from the folder's path. */
function extensionId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string }
  const source = key ? Buffer.from(key, 'base64') : folder
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32)
  return [...digest].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

/**
 * Milliseconds by host, from where TT4B and WATT keep them; runs in a page of the peer.
 * - TT4B (Time Tracker for Browser): `chrome.storage.local` key `YYYYMMDD` + host, or the table `stat` of the database
 *   `tt4b_…`: `focus` in milliseconds.
 * - WATT (Web Activity Time Tracker): `chrome.storage.local` key `tabs`: `summaryTime` in seconds.
 */
export async function readTotals(): Promise<Record<string, number>> {
  const totals: Record<string, number> = {}
  const add = (host: string, ms: number): void => {
    totals[host] = (totals[host] ?? 0) + ms
  }
  const kept = (await chrome.storage.local.get(null)) as Record<string, unknown>
  for (const [key, value] of Object.entries(kept)) {
    const focus = (value as { focus?: unknown } | null)?.focus
    if (/^\d{8}./.test(key) && typeof focus === 'number') add(key.slice(8), focus)
  }
  if (Array.isArray(kept.tabs))
    for (const { url, summaryTime } of kept.tabs as { url: string; summaryTime: number }[])
      add(url, summaryTime * 1000)
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('tt4b_')) continue
    const rows = await new Promise<{ host: string; focus: number; groupId?: number }[]>((done, failed) => {
      const opened = indexedDB.open(name)
      opened.onerror = () => failed(opened.error)
      opened.onsuccess = () => {
        const db = opened.result
        if (!db.objectStoreNames.contains('stat')) return done([])
        const all = db.transaction('stat').objectStore('stat').getAll()
        all.onsuccess = () => done(all.result)
        all.onerror = () => failed(all.error)
      }
    })
    for (const { host, focus, groupId } of rows) if (groupId === undefined) add(host, focus)
  }
  return totals
}
