// A notification in the afternoon: only where the person has switched it on, and never twice on one day.
import { browser } from 'wxt/browser'
import { isWorkingDay, workCalendar } from '../shared/core/calendar.ts'
import { type DayKey, dayOf, HOUR_MS, startOfDay } from '../shared/core/day.ts'
import { secondsByDay } from '../shared/core/score.ts'
import type { Millis } from '../shared/core/time.ts'
import { browserText } from './i18n.ts'
import { recordingNow } from './recording.ts'
import { campaignNow } from './store/campaign.ts'
import { dayNow } from './store/days.ts'
import type { Db } from './store/db.ts'
import { identity } from './store/identity.ts'
import { setSetting, setting } from './store/settings.ts'

/** Late enough that a day may have counted by itself, early enough to do something. */
const FROM_MS = 15 * HOUR_MS

type Reminder = { readonly key: 'remind_setup' } | { readonly key: 'remind_today'; readonly minutes: number }

/** Notifies of what is missing, at most once a day; called after each observation, so only while somebody is there. */
export async function showReminder(db: Db, now: Millis): Promise<void> {
  const day = dayOf(now)
  if (!(await setting(db, 'remind')) || (await setting(db, 'reminded')) === day) return
  if (now < startOfDay(day) + FROM_MS || !browser.notifications) return
  const reminder = await reminderDue(db, day, now)
  if (!reminder) return
  await setSetting(db, 'reminded', day)
  await browser.notifications.create('nhipso', {
    type: 'basic',
    iconUrl: '/icon/128.png',
    title: browserText('name'),
    message: browserText(reminder.key, ...('minutes' in reminder ? [String(reminder.minutes)] : [])),
    ...(import.meta.env.FIREFOX ? {} : { silent: true }), // Firefox refuses what it does not know
  })
}

async function reminderDue(db: Db, day: DayKey, now: Millis): Promise<Reminder | null> {
  const bundle = await campaignNow(db, now)
  if (!isWorkingDay(day, workCalendar(bundle.calendar))) return null
  const recording = await recordingNow(db, bundle, now)
  if (!recording.on && recording.why !== 'no-consent') return null
  if (!recording.on || !(await identity(db))) return { key: 'remind_setup' }
  const rows = (await dayNow(db, day)).map(row => ({ ...row, seconds: Math.floor(row.ms / 1000) }))
  const rules = bundle.campaign.score
  const left = rules.qualifyingSeconds - (secondsByDay(rows, rules).get(day) ?? 0)
  return left > 0 ? { key: 'remind_today', minutes: Math.ceil(left / 60) } : null
}
