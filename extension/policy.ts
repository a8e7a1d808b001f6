// What the IT department set for this machine (GPO, policies.json). It never replaces the person's consent.
import { browser } from 'wxt/browser'
import type { Language } from '../shared/core/language.ts'

export interface Policy {
  readonly hubUrl?: string
  readonly enrolmentCode?: string
  readonly language?: Language
  readonly remind?: boolean
}

/** Reads the managed storage; Firefox throws where no policy exists. */
export async function policyNow(): Promise<Policy> {
  try {
    return readPolicy(await browser.storage.managed.get())
  } catch {
    return {}
  }
}

/** The known keys of a managed storage; a value of a wrong kind is left out. */
export function readPolicy(set: Readonly<Record<string, unknown>>): Policy {
  const { hubUrl, enrolmentCode, language, remind } = set
  return {
    ...(typeof hubUrl === 'string' && hubUrl !== '' ? { hubUrl } : {}),
    ...(typeof enrolmentCode === 'string' && enrolmentCode !== '' ? { enrolmentCode } : {}),
    ...(language === 'vi' || language === 'en' ? { language } : {}),
    ...(typeof remind === 'boolean' ? { remind } : {}),
  }
}
