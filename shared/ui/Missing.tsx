// Stands where nothing is published: a dash for the eye, words for the ear.
import { words } from '../text/ui.ts'
import { useLanguage } from './language-context.ts'

/** A dash for the eye, “not released” for the ear. */
export const Missing = () => (
  <>
    <span aria-hidden="true">–</span>
    <span class="unseen">{words(useLanguage()).notReleased}</span>
  </>
)
