// An export that is read back: kept beside what was counted here, so that it is shown and never sent twice.
import { type DayKey, MINUTE_MS } from '../../shared/core/day.ts'
import type { DiaryRow } from '../../shared/wire/diary.ts'
import type { Db } from './db.ts'
import { settingIn } from './setting-in.ts'

const SECOND_MS = MINUTE_MS / 60

/** Keeps the longer of what stands and what comes; days that have not begun are left out. */
export async function keepImported(db: Db, rows: readonly DiaryRow[], today: DayKey): Promise<void> {
  const tx = db.transaction('settings', 'readwrite')
  const before = (await settingIn(tx.store, 'imported')) ?? {}
  const merged: Record<string, number> = { ...before }
  for (const { day, platform, seconds } of rows.filter(row => row.day <= today)) {
    const key = `${day} ${platform}`
    merged[key] = Math.max(merged[key] ?? 0, seconds * SECOND_MS)
  }
  await tx.store.put(merged, 'imported')
  await tx.done
}
