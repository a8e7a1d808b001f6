// Entry of the diary: reads first, draws, then lets the background observe and reads again.
import { render } from 'preact'
import { textsOf } from '../../../shared/text/extension.ts'
import { fetchWithTimeout } from '../../hub-client.ts'
import { sendCommand } from '../../pages/command.ts'
import { Diary } from '../../pages/diary/Diary.tsx'
import { createDiary } from '../../pages/diary/model.ts'
import { createLanguage } from '../../pages/language.ts'
import { mount } from '../../pages/mount.ts'
import { policyNow } from '../../policy.ts'
import { openStore } from '../../store/db.ts'

const db = await openStore()
const lang = await createLanguage(db, await policyNow(), sendCommand)
const model = await createDiary({ db, send: sendCommand, fetch: fetchWithTimeout, now: Date.now })
mount(
  lang,
  language => textsOf(language).diary.title,
  place => render(<Diary model={model} lang={lang} />, place),
)
await sendCommand({ do: 'look' })
await model.refresh()
