// The top of every full page: the product, the language, the mark of sample data, and what the page is.
import type { Language } from '../../shared/core/language.ts'
import { textsOf } from '../../shared/text/extension.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import type { LanguageModel } from './language.ts'

interface Props {
  readonly title: string
  readonly sample: boolean
  readonly language: Language
  readonly lang: LanguageModel
}

export function Heading({ title, sample, language, lang }: Props) {
  const texts = textsOf(language)
  return (
    <>
      <header class="bar">
        <p class="brand">{texts.product}</p>
        <LanguageChoice language={language} choose={lang.choose} />
      </header>
      {sample && <p class="sample">{texts.sample}</p>}
      <h1>{title}</h1>
    </>
  )
}
