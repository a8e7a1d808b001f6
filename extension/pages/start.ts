// Opens a page; where the browser cannot even open its store, the page says so instead of staying blank.
import { LANGUAGES } from '../../shared/core/language.ts'
import { popupTextsOf } from '../../shared/text/popup.ts'

/** Never rejects: what fails is logged, and the page shows why it is empty. */
export const start = (open: () => Promise<void>): Promise<void> =>
  open().catch(error => {
    console.error(error)
    document.getElementById('page')?.replaceChildren(sorry())
  })

/** In both languages: the one that the person chose stands in the store. */
function sorry(): HTMLElement {
  const main = document.createElement('main')
  main.setAttribute('role', 'alert')
  for (const language of LANGUAGES) {
    const sentence = document.createElement('p')
    sentence.lang = language
    sentence.textContent = popupTextsOf(language).noStore
    main.append(sentence)
  }
  return main
}
