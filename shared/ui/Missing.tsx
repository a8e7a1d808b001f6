// Stands where nothing is published: a dash for the eye, words for the ear.
import type { Language } from '../core/language.ts'
import { words } from '../text/ui.ts'

export const Missing = ({ lang }: { readonly lang: Language }) => (
  <>
    <span aria-hidden="true">–</span>
    <span class="unseen">{words(lang).notReleased}</span>
  </>
)
