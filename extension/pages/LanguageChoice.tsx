// The two languages, as buttons that say which one is in use.
import { LANGUAGES, type Language } from '../../shared/core/language.ts'
import { popupTextsOf } from '../../shared/text/popup.ts'
import { languages } from '../../shared/text/terms.vi.ts'

export const LanguageChoice = (props: { language: Language; choose: (to: Language) => void }) => (
  <fieldset class="languages">
    <legend class="unseen">{popupTextsOf(props.language).languageLabel}</legend>
    {LANGUAGES.map(one => (
      <button
        key={one}
        type="button"
        lang={one}
        class="quiet"
        aria-pressed={one === props.language}
        onClick={() => props.choose(one)}
      >
        {languages[one]}
      </button>
    ))}
  </fieldset>
)
