// Entry of the background worker: builds it, and hands it the browser's events. It may stop and start at any moment.
import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { fetchWithTimeout } from '../hub-client.ts'
import { focusNow, glance, watchBrowser } from '../watch/browser-events.ts'
import { createFocusPoll } from '../watch/focus-poll.ts'
import { heartbeatMs } from '../watch/heartbeat.ts'
import { browserSession } from '../watch/session.ts'
import { createWorker } from '../worker.ts'

export default defineBackground(() => {
  const worker = createWorker({
    now: () => Date.now(),
    random: Math.random,
    fetch: fetchWithTimeout,
    session: browserSession,
    glance,
    heartbeatMs: heartbeatMs(navigator.userAgent),
    onObserved: inFront => void pollFocus(inFront),
  })
  const pollFocus = createFocusPoll(focusNow, worker.wake)
  watchBrowser(worker.wake)
  browser.alarms.onAlarm.addListener(alarm => worker.onAlarm(alarm.name))
  browser.runtime.onStartup.addListener(worker.wake)
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (reply: unknown) => void) => {
    if (sender.id !== browser.runtime.id) return false
    worker.onMessage(message).then(answer)
    return true // the answer comes later
  })
  browser.runtime.onInstalled.addListener(({ reason }) => {
    worker.wake()
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' })
  })
  worker.wake()
})
