// The shipped campaign files with some data changed: what an operator does with CAMPAIGNS_DIR.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../rules/tree.ts'

interface Changes {
  readonly platforms?: (file: { platforms: unknown[] }) => void
  readonly campaign?: (file: { score: Record<string, unknown> }) => void
}

/** Copies the shipped files to `folder`, changes the running campaign and the catalogue, and returns the folder. */
export function campaignsIn(folder: string, { platforms, campaign }: Changes): string {
  cpSync(join(root, 'shared/data'), folder, { recursive: true })
  edit(join(folder, 'platforms.json'), platforms)
  edit(join(folder, 'campaigns/923-qd-ttg.json'), campaign)
  return folder
}

function edit<T>(path: string, change: ((content: T) => void) | undefined): void {
  const content = JSON.parse(readFileSync(path, 'utf8')) as T
  change?.(content)
  writeFileSync(path, JSON.stringify(content))
}
