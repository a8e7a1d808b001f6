// Entry of the team page: fetches at once, and again while the hub does not respond. Weeks change once a week.
import { render } from 'preact'
import { textsOf } from '../../../shared/text/extension.ts'
import { fetchWithTimeout } from '../../hub-client.ts'
import { sendCommand } from '../../pages/command.ts'
import { download } from '../../pages/download.ts'
import { createLanguage } from '../../pages/language.ts'
import { mount } from '../../pages/mount.ts'
import { createTeam } from '../../pages/team/model.ts'
import { Team } from '../../pages/team/Team.tsx'
import { policyNow } from '../../policy.ts'
import { openStore } from '../../store/db.ts'

const RETRY_MS = 30_000

const db = await openStore()
const lang = await createLanguage(db, await policyNow(), sendCommand)
const model = await createTeam({
  db,
  fetch: fetchWithTimeout,
  now: Date.now,
  save: download,
  print: () => print(),
})
mount(
  lang,
  language => textsOf(language).team.title,
  place => render(<Team model={model} lang={lang} />, place),
)
void model.refresh()
setInterval(() => {
  if (document.visibilityState === 'visible' && model.trouble.value !== null) void model.refresh()
}, RETRY_MS)
