// A hub in a process of its own that looks what is due when it is told to, instead of every two seconds.
import { randomBytes } from 'node:crypto'
import { createHub } from '../../hub/app.ts'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { readConfig } from '../../hub/config.ts'
import { serverOf } from '../../hub/http/server.ts'
import { openStore } from '../../hub/store/db.ts'

const config = readConfig(process.env)
if (!config.ok) throw new Error(config.detail)
const campaigns = loadCampaigns(config.value.campaignsDir)
if (!campaigns.ok) throw new Error(campaigns.detail)
const store = await openStore(config.value.databaseUrl)
if (!store.ok) throw new Error(store.detail)
const hub = createHub({
  store: store.value,
  campaigns: campaigns.value,
  config: config.value,
  now: Date.now,
  log: { info: () => undefined, error: event => console.error(event) },
  random: count => new Uint8Array(randomBytes(count)),
  render: null,
  widgets: null,
})
const server = serverOf(hub, 0)
server.listen(config.value.port, config.value.host, 4096, () => process.send?.('listening'))
process.on('message', () => void hub.tick().then(() => process.send?.('looked')))
process.on('disconnect', () => process.exit(0))
