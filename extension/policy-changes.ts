// A policy may arrive, or change, while a page is open.
import { browser } from 'wxt/browser'
import { type Policy, policyNow } from './policy.ts'

/** Chromium hands the policy over some seconds after it has installed the extension: pages that are open learn of it. */
export function watchPolicy(onChange: (policy: Policy) => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void policyNow().then(onChange)
  })
}
