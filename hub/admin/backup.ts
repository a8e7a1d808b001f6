// backup FILE, restore FILE: everything in one file, and back into an empty database of either kind.
import { ok } from '../../shared/core/result.ts'
import { backUp, restore as fill } from '../store/backup.ts'
import { lockStore, openSnapshot, openStore } from '../store/db.ts'
import { type Command, refused } from './command.ts'

export const backup: Command = {
  name: 'backup',
  does: 'writes everything as it stands at this moment into one checksummed file; the hub may go on serving',
  words: ['FILE'],
  options: {},
  run: async ({ config, words, now }) => {
    const snapshot = await openSnapshot(config.databaseUrl)
    if (!snapshot.ok) return refused(snapshot.detail)
    try {
      const done = await backUp(snapshot.value, words[0] ?? '', now)
      if (!done.ok) return refused(done.detail)
      const { rows, sha256 } = done.value
      return ok({ lines: [`${rows} rows, read again and sound, sha256 ${sha256}`], json: { rows, sha256 } })
    } finally {
      await snapshot.value.destroy()
    }
  },
}

export const restore: Command = {
  name: 'restore',
  does: 'fills an empty database (SQLite or PostgreSQL) from a backup of either',
  words: ['FILE'],
  options: {},
  run: async ({ config, words }) => {
    const store = await openStore(config.databaseUrl)
    if (!store.ok) return refused(store.detail)
    const held = lockStore(config.databaseUrl)
    try {
      if (!held.ok) return refused(held.detail)
      const done = await fill(store.value, words[0] ?? '')
      if (!done.ok) return refused(done.detail)
      return ok({ lines: [`${done.value.rows} rows restored`], json: done.value })
    } finally {
      await store.value.destroy()
      if (held.ok) held.value()
    }
  },
}
