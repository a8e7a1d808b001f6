// A person goes through the welcome page: ticks the consent, then joins with a code.
import type { Page } from 'playwright-core'

/** @param then what shows afterwards; where a policy brings the code the person has joined at once */
export async function agree(welcome: Page, then = '[name=code]'): Promise<void> {
  await welcome.locator('[name=next]').click()
  await welcome.locator('[name=consent]').check()
  await welcome.locator('[name=agree]').click()
  await welcome.locator(then).waitFor()
}

export async function join(welcome: Page, hubUrl: string, code: string): Promise<void> {
  await welcome.locator('[name=hub]').fill(hubUrl)
  await welcome.locator('[name=code]').fill(code)
  await welcome.locator('[name=join]').click()
}

/** The sentence that says which agency the person has joined. */
export const joined = (welcome: Page): Promise<string | null> => welcome.locator('#join .done').textContent()
