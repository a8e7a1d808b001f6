// What a person may do with their own days: take them along, bring them back, erase them, withdraw.
import { textsOf } from '../../../shared/text/extension.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { ConfirmButton } from '../ConfirmButton.tsx'
import { download } from '../download.ts'
import { FORMATS, type Format } from './exports.ts'
import type { DiaryModel } from './model.ts'

interface Props {
  readonly model: DiaryModel
}

/** Copies as CSV, XLSX and JSON, and the way back. */
export function ExportSection({ model }: Props) {
  const language = useLanguage()
  const { diary } = textsOf(language)
  const save = async (format: Format): Promise<void> =>
    download(await model.fileOf(format, language), `nhip-so-${model.today.value}.${format}`)
  const read = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0]
    if (file) await model.importText(await file.text())
    input.value = ''
  }
  return (
    <section class="apart files">
      <h2>{diary.filesTitle}</h2>
      <p>{diary.filesLead}</p>
      <p class="row">
        {FORMATS.map(format => (
          <button key={format} type="button" name={format} onClick={() => save(format)}>
            {diary.formats[format]}
          </button>
        ))}
        <button type="button" name="print" onClick={() => print()}>
          {diary.print}
        </button>
      </p>
      <label class="field">
        <span>{diary.importLabel}</span>
        <input
          type="file"
          name="import"
          accept="application/json,.json"
          aria-describedby="import-hint"
          onChange={event => read(event.currentTarget)}
        />
      </label>
      <p id="import-hint" class="faint">
        {diary.importHint}
      </p>
    </section>
  )
}

/** Erases everything here and at the hub, after asking. */
export function EraseSection({ model }: Props) {
  const language = useLanguage()
  const { diary, welcome } = textsOf(language)
  return (
    <section class="apart leaving">
      <h2>{diary.eraseTitle}</h2>
      <p>{diary.eraseLead}</p>
      <div class="row">
        <ConfirmButton
          name="erase-all"
          label={diary.eraseAll}
          question={diary.sureAll}
          act={model.eraseAll}
        />
      </div>
      {model.consent.value && (
        <>
          <h2>{welcome.withdrawTitle}</h2>
          <p>{welcome.withdrawLead}</p>
          <div class="row">
            <button type="button" name="withdraw" onClick={() => model.withdraw(false)}>
              {welcome.withdraw}
            </button>
            <ConfirmButton
              name="withdraw-erase"
              label={welcome.withdrawErase}
              question={diary.sureWithdraw}
              act={() => model.withdraw(true)}
            />
          </div>
        </>
      )}
    </section>
  )
}
