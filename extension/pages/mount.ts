// Puts a page into its document, and keeps the document's language that of the page.
import { effect } from '@preact/signals'
import type { LanguageModel } from './language.ts'

export function mount({ language }: LanguageModel, draw: (place: Element) => void): void {
  const place = document.getElementById('page')
  if (!place) throw new Error('the page has no element #page')
  effect(() => {
    document.documentElement.lang = language.value
  })
  draw(place)
}
