// Entry of the background worker: builds it, and hands it the browser's events. It may stop and start at any moment.
import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { fetchWithTimeout } from '../hub-client.ts'
import { createConnection } from '../store/db.ts'
import { focusedWindow, queryFront, watchBrowser } from '../watch/browser-events.ts'
import { createFocusPoll } from '../watch/focus-poll.ts'
import { heartbeatMs, silenceMs } from '../watch/heartbeat.ts'
import { confirmSighting } from '../watch/last-sighting.ts'
import { browserSession } from '../watch/session.ts'
import { createSilenceWatch } from '../watch/silent-focus.ts'
import { createWorker } from '../worker.ts'

export default defineBackground(() => {
  const db = createConnection()
  const now = (): number => Date.now()
  const silence = createSilenceWatch(db, now)
  const worker = createWorker({
    db,
    now,
    random: Math.random,
    fetch: fetchWithTimeout,
    session: browserSession,
    queryFront,
    heartbeatMs: heartbeatMs(navigator.userAgent),
    silenceMs: silenceMs(navigator.userAgent),
    onObserved: watched => void pollFocus(watched),
  })
  const { wake } = worker
  const pollFocus = createFocusPoll({
    focusedWindow,
    confirm: confirmSighting,
    wake,
    onSilence: silence.suspect,
    now,
  })
  watchBrowser({ wake, onFocus: silence.told })
  browser.alarms.onAlarm.addListener(alarm => worker.onAlarm(alarm.name))
  browser.runtime.onStartup.addListener(() => wake('event'))
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (reply: unknown) => void) => {
    if (sender.id !== browser.runtime.id) return false
    worker.onMessage(message).then(answer)
    return true // the answer comes later
  })
  browser.runtime.onInstalled.addListener(({ reason }) => {
    wake('event')
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' })
  })
  wake('event') // a worker is started by an event
})
