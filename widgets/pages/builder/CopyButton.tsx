// A button that copies a snippet, and says so; where the browser forbids it, the snippet is selected and the keys are told.
import { useSignal } from '@preact/signals'
import { builderWords } from '../../../shared/text/builder.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'

export interface CopyProps {
  /** Id of the text area. */
  readonly of: string
  /** What is copied, for whoever hears the button only. */
  readonly name: string
}

/** Copies a text, and says whether that worked. */
export function Copy({ of, name }: CopyProps) {
  const said = builderWords(useLanguage())
  const told = useSignal('')
  const copy = async (): Promise<void> => {
    told.value = (await copied(of)) ? said.copied : said.copyFailed
  }
  return (
    <p class="copy">
      <button type="button" onClick={copy} aria-label={`${said.copy}: ${name}`}>
        {said.copy}
      </button>{' '}
      <span role="status">{told.value}</span>
    </p>
  )
}

async function copied(id: string): Promise<boolean> {
  const area = document.getElementById(id)
  if (!(area instanceof HTMLTextAreaElement)) return false
  area.select()
  try {
    await navigator.clipboard.writeText(area.value)
    return true
  } catch {
    return false
  }
}
