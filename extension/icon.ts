// The icon in the toolbar and its badge: a sign and a sentence say what is done, so that no colour is needed.
import { browser } from 'wxt/browser'
import type { Millis } from '../shared/core/time.ts'
import { browserText } from './i18n.ts'
import { recordingNow } from './recording.ts'
import { campaignNow } from './store/campaign.ts'
import type { Db } from './store/db.ts'
import { setting } from './store/settings.ts'

/** `ready`: recording is on, and no platform is in front. */
type IconState = 'recording' | 'ready' | 'paused' | 'off' | 'trouble'

const SIGNS: Readonly<Record<IconState, string>> = {
  recording: '●',
  ready: '',
  paused: 'II',
  off: '–',
  trouble: '!',
}

const COLOURS: Readonly<Record<IconState, string>> = {
  recording: '#14663a',
  ready: '#14663a',
  paused: '#5c3d00',
  off: '#4a5d63',
  trouble: '#a3341f',
}

/** A hub that was silent once is no trouble yet: devices are often without a network. */
const FAILURES_ARE_TROUBLE = 3

async function iconState(db: Db, now: Millis): Promise<IconState> {
  const [recording, sync, open] = await Promise.all([
    recordingNow(db, await campaignNow(db, now), now),
    setting(db, 'sync'),
    setting(db, 'open'),
  ])
  if (!recording.on) return recording.why === 'paused' ? 'paused' : 'off'
  const { trouble, failures = 0 } = sync ?? {}
  if (trouble && (trouble.why !== 'offline' || failures >= FAILURES_ARE_TROUBLE)) return 'trouble'
  return open ? 'recording' : 'ready'
}

/** Draws the icon for what is done at `now`. */
export const showIcon = async (db: Db, now: Millis): Promise<void> => draw(await iconState(db, now))

/** Where the store cannot even be read. */
export const showTrouble = (): Promise<void> => draw('trouble')

/** The sentence is in the browser's own language, like the manifest's texts. */
async function draw(state: IconState): Promise<void> {
  await browser.action.setBadgeText({ text: SIGNS[state] })
  await browser.action.setBadgeBackgroundColor({ color: COLOURS[state] })
  await browser.action.setTitle({ title: browserText(MESSAGES[state]) })
}

const MESSAGES = {
  recording: 'icon_recording',
  ready: 'icon_ready',
  paused: 'icon_paused',
  off: 'icon_off',
  trouble: 'icon_trouble',
} as const satisfies Record<IconState, string>
