// A button that asks once more before it does what cannot be undone.
import { useSignal } from '@preact/signals'
import type { Language } from '../../shared/wire/page.ts'
import { textsOf } from '../text/texts.ts'

interface SureProps {
  readonly name: string
  /** What is done, as the button says it. */
  readonly label: string
  /** The whole sentence, where the label is short. */
  readonly spoken?: string
  readonly question: string
  readonly act: () => unknown
  readonly language: Language
}

export function Sure({ name, label, spoken = label, question, act, language }: SureProps) {
  const asked = useSignal(false)
  const { diary } = textsOf(language)
  const answer = (yes: boolean) => () => {
    asked.value = false
    if (yes) act()
  }
  if (!asked.value) {
    return (
      <button
        type="button"
        name={name}
        aria-label={spoken}
        onClick={() => {
          asked.value = true
        }}
      >
        {label}
      </button>
    )
  }
  return (
    <fieldset class="row sure">
      <legend>{question}</legend>
      <button type="button" name={`${name}-yes`} ref={button => button?.focus()} onClick={answer(true)}>
        {diary.yesErase}
      </button>
      <button type="button" onClick={answer(false)}>
        {diary.no}
      </button>
    </fieldset>
  )
}
