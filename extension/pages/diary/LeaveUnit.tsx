// Seen beside what the hub holds: the person may take back the unit that they named, at any time.
import { useSignal } from '@preact/signals'
import { textsOf } from '../../../shared/text/extension.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { DiaryModel } from './model.ts'

/** Takes the name of the unit back; the person stays in the agency. */
export function LeaveUnit({ model }: { model: DiaryModel }) {
  const language = useLanguage()
  const left = useSignal(false)
  const { unit: texts } = textsOf(language)
  const me = model.holdings.value?.me
  if (!me || (me.unitId === null && !left.value && !me.countedIn)) return null
  const leave = async (): Promise<void> => {
    left.value = await model.leaveUnit()
  }
  return (
    <section class="leave-unit">
      {me.unitId !== null && (
        <p>
          <button type="button" name="leave-unit" disabled={model.busy.value} onClick={() => void leave()}>
            {texts.leave}
          </button>{' '}
          <span class="faint">{texts.leaveNote}</span>
        </p>
      )}
      <div role="status">{left.value && me.unitId === null && <p class="done">{texts.left}</p>}</div>
      {me.countedIn && me.countedIn !== me.unitId && <p class="faint">{texts.countedIn(me.countedIn)}</p>}
    </section>
  )
}
