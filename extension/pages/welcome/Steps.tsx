// Where the person is on the way to joining: three screens, each one a click away once it is open.
import { textsOf } from '../../../shared/text/extension.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { WelcomeModel } from './model.ts'
import { STEPS } from './steps.ts'

/** Which of the three steps this is. */
export function Steps({ model }: { model: WelcomeModel }) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const here = model.step.value
  return (
    <nav aria-label={welcome.stepsLabel}>
      <ol class="steps">
        {STEPS.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              name={`step-${step}`}
              aria-current={step === here ? 'step' : undefined}
              disabled={step === 'join' && !model.setUp.value.consent}
              onClick={() => model.go(step)}
            >
              {i + 1}. {welcome.steps[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
