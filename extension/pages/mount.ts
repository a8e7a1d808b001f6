// Puts a page into its document, and keeps the document's language and title those of the page.
import { effect } from '@preact/signals'
import type { Language } from '../../shared/core/language.ts'
import { popupTextsOf } from '../../shared/text/popup.ts'
import type { LanguageModel } from './language.ts'

/** @param title what the page is called, besides the product's name */
export function mount(
  { language }: LanguageModel,
  title: (language: Language) => string,
  draw: (place: Element) => void,
): void {
  const place = document.getElementById('page')
  if (!place) throw new Error('the page has no element #page')
  effect(() => {
    document.documentElement.lang = language.value
    document.title = `${title(language.value)} · ${popupTextsOf(language.value).product}`
  })
  draw(place)
}
