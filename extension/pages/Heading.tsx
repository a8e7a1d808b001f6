// The top of every full page: the product, the language, the mark of sample data, and what the page is.
import { textsOf } from '../../shared/text/extension.ts'
import { useLanguage } from '../../shared/ui/language-context.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import type { LanguageModel } from './language.ts'

interface Props {
  readonly title: string
  readonly sample: boolean
  readonly choose: LanguageModel['choose']
}

/** The head of a full page: product, title, sample mark, choice of language. */
export function Heading({ title, sample, choose }: Props) {
  const language = useLanguage()
  const texts = textsOf(language)
  return (
    <>
      <header class="bar">
        <p class="brand">{texts.product}</p>
        <LanguageChoice choose={choose} />
      </header>
      {sample && <p class="sample">{texts.sample}</p>}
      <h1>{title}</h1>
    </>
  )
}
