// serve, migrate: the hub in production, without sample data.
import { once } from 'node:events'
import { ok } from '../../shared/core/result.ts'
import { serve as start, stopOnSignal } from '../main.ts'
import { SCHEMA_VERSION } from '../store/migrate.ts'
import { type Command, refused } from './command.ts'
import { withStore } from './with-store.ts'

export const serve: Command = {
  name: 'serve',
  does: 'serves until it is stopped (SIGTERM, Ctrl-C)',
  words: [],
  options: {},
  run: async ({ config, json }) => {
    const serving = await start(config)
    if (!serving.ok) return refused(serving.detail)
    stopOnSignal(serving.value.stop)
    const { address } = serving.value
    const url = config.publicUrl
    console.log(json ? JSON.stringify({ url, address }) : `Nhịp Số: ${url} (listening on ${address})`)
    await once(process, 'exit') // the signal ends the process
    return ok({ lines: [], json: null })
  },
}

export const migrate: Command = {
  name: 'migrate',
  does: "brings the database to this version's schema",
  words: [],
  options: {},
  run: ({ config }) =>
    withStore(config, async () =>
      ok({ lines: [`the schema is at version ${SCHEMA_VERSION}`], json: { schema: SCHEMA_VERSION } }),
    ),
}
