// Puts a page into its document, and keeps the document's language and title those of the page.
import { effect } from '@preact/signals'
import { textsOf } from '../text/texts.ts'
import type { Texts } from '../text/vi.ts'
import type { LanguageModel } from './language.ts'

/** @param title what the page is called, besides the product's name */
export function mount(
  { language }: LanguageModel,
  title: (texts: Texts) => string,
  draw: (place: Element) => void,
): void {
  const place = document.getElementById('page')
  if (!place) throw new Error('the page has no element #page')
  effect(() => {
    const texts = textsOf(language.value)
    document.documentElement.lang = language.value
    document.title = `${title(texts)} · ${texts.product}`
  })
  draw(place)
}
