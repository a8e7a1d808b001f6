// The language of a page: the person's choice, else the policy's, else Vietnamese.
import { signal } from '@preact/signals'
import type { Language } from '../../shared/core/language.ts'
import type { Policy } from '../policy.ts'
import type { Db } from '../store/db.ts'
import { setting } from '../store/settings.ts'
import type { SendCommand } from './command.ts'

export type LanguageModel = Awaited<ReturnType<typeof createLanguage>>

/** Reads the choice that is kept; `choose` shows a language at once, and has it kept. */
export async function createLanguage(db: Db, policy: Policy, send: SendCommand) {
  const language = signal<Language>((await setting(db, 'language')) ?? policy.language ?? 'vi')
  const choose = (to: Language): void => {
    language.value = to
    void send({ do: 'language', language: to })
  }
  return { language, choose }
}
