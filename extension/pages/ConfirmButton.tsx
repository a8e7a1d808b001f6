// A button that asks once more before it does what cannot be undone.
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { textsOf } from '../../shared/text/extension.ts'
import { useLanguage } from '../../shared/ui/language-context.ts'

interface Props {
  readonly name: string
  /** What is done, as the button says it. */
  readonly label: string
  /** The whole sentence, where the label is short. */
  readonly spoken?: string
  readonly question: string
  readonly act: () => unknown
}

/** A button that asks before it acts; whoever says no finds the focus where it was. */
export function ConfirmButton({ name, label, spoken = label, question, act }: Props) {
  const language = useLanguage()
  const asked = useSignal(false)
  /** Whoever says no goes on where they were. */
  const back = useRef(false)
  const { diary } = textsOf(language)
  const answer = (yes: boolean) => () => {
    asked.value = false
    back.current = !yes
    if (yes) act()
  }
  if (!asked.value) {
    return (
      <button
        type="button"
        name={name}
        aria-label={spoken}
        ref={button => {
          if (back.current) button?.focus()
          back.current = false
        }}
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
      <button
        type="button"
        class="danger"
        name={`${name}-yes`}
        ref={button => button?.focus()}
        onClick={answer(true)}
      >
        {diary.yesErase}
      </button>
      <button type="button" name={`${name}-no`} onClick={answer(false)}>
        {diary.no}
      </button>
    </fieldset>
  )
}
