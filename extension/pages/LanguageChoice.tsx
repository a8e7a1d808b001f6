// The two languages, as buttons that say which one is in use.
import { LANGUAGES, type Language } from '../../shared/core/language.ts'
import { popupTextsOf } from '../../shared/text/popup.ts'
import { languages } from '../../shared/text/terms.vi.ts'
import { useLanguage } from '../../shared/ui/language-context.ts'

/** Vietnamese or English, for all pages of the extension. */
export function LanguageChoice({ choose }: { choose: (to: Language) => void }) {
  const language = useLanguage()
  return (
    <fieldset class="languages">
      <legend class="unseen">{popupTextsOf(language).languageLabel}</legend>
      {LANGUAGES.map(one => (
        <button
          key={one}
          type="button"
          lang={one}
          class="quiet"
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {languages[one]}
        </button>
      ))}
    </fieldset>
  )
}
