// The first page a person sees: what is counted, what never leaves, the consent, and the way to join.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { textsOf } from '../../../shared/text/extension.ts'
import { instantText } from '../../../shared/ui/format.ts'
import { LanguageContext, useLanguage } from '../../../shared/ui/language-context.ts'
import { ownPlatforms } from '../../store/platforms.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { refusalText } from '../refusal.ts'
import { CONSENT } from './consent.ts'
import { Joining } from './Joining.tsx'
import type { WelcomeModel } from './model.ts'
import { Steps } from './Steps.tsx'
import { STEPS } from './steps.ts'

interface Props {
  readonly model: WelcomeModel
}

/** Three short screens: what is counted, the consent, joining. Nothing is ticked for anybody. */
export function Welcome({ model, lang }: { model: WelcomeModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  const { sample } = model.bundle.value
  const refused = model.refused.value
  return (
    <LanguageContext.Provider value={language}>
      <main lang={language}>
        <Heading title={texts.welcome.title} sample={sample} choose={lang.choose} />
        <Steps model={model} />
        <Screen model={model} />
        <div role="alert">{refused && <p class="trouble">{refusalText(refused, language)}</p>}</div>
        {refused && (
          <details>
            <summary>{texts.supportDetail}</summary>
            <p lang="en">
              {refused.why}: {refused.detail}
            </p>
          </details>
        )}
        <Foot model={model} />
      </main>
    </LanguageContext.Provider>
  )
}

/** One screen at a time: each fits a small monitor. */
function Screen({ model }: Props) {
  const step = model.step.value
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  // The button that was pressed may be gone with its screen: the keyboard goes on at the top of the new one.
  useLayoutEffect(() => {
    if (before.current !== step) place.current?.focus()
    before.current = step
  }, [step])
  return (
    <div class="screen" ref={place} tabIndex={-1}>
      <Content model={model} />
    </div>
  )
}

function Content({ model }: Props) {
  switch (model.step.value) {
    case 'counted':
      return <Counted model={model} />
    case 'consent':
      return <ConsentText model={model} />
    case 'join':
      return <Joining model={model} />
  }
}

function Foot({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const before = STEPS[STEPS.indexOf(model.step.value) - 1]
  return (
    <>
      {before && (
        <p>
          <button type="button" name="back" onClick={() => model.go(before)}>
            {welcome.back}
          </button>
        </p>
      )}
      {model.setUp.value.consent && <Withdrawal model={model} />}
    </>
  )
}

function Counted({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  return (
    <>
      <p class="lead">{welcome.lead(model.bundle.value.campaign.name[language])}</p>
      <BothSides model={model} />
      <ExampleReport model={model} />
      <button type="button" class="main" name="next" onClick={() => model.go('consent')}>
        {welcome.next}
      </button>
    </>
  )
}

/** Not a description of the report: the report. */
function ExampleReport({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const { body, own } = model.example.value
  return (
    <section class="card example">
      <h2>{welcome.sentTitle}</h2>
      <p>{welcome.sent}</p>
      <p>{own ? welcome.exampleOwn : welcome.example}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{body}</pre>
      <p class="faint">{welcome.exampleProof}</p>
    </section>
  )
}

/** What is counted beside what never leaves: the two sides of one promise. */
function BothSides({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const { campaign } = model.bundle.value
  const platforms = ownPlatforms(model.bundle.value)
  const meetings = platforms.filter(one => one.listening).map(one => one.name[language])
  return (
    <div class="two">
      <section class="card">
        <h2>{welcome.countedTitle}</h2>
        <List items={welcome.counted(campaign.score.idleAfterMs / 1000, platforms.length)} />
        {meetings.length > 0 && (
          <p>{welcome.listening(meetings, Math.round(campaign.score.enoughSeconds / 60))}</p>
        )}
        <details>
          <summary>{welcome.platformList}</summary>
          <List items={platforms.map(p => `${p.name[language]} (${p.host})`)} />
        </details>
      </section>
      <section class="card">
        <h2>{welcome.neverTitle}</h2>
        <List items={welcome.never} />
      </section>
    </div>
  )
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map(item => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

function ConsentText({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const consent = model.setUp.value.consent
  return (
    <section>
      <h2>{welcome.consentTitle}</h2>
      <p>{welcome.purpose}</p>
      <p>{welcome.whoSees(CONSENT.minGroup)}</p>
      <p>{welcome.retention(CONSENT.retentionDays)}</p>
      <p>{welcome.rights(CONSENT.law, CONSENT.decree)}</p>
      <p>{welcome.sensitive}</p>
      <div role="status">
        {consent && <p class="done">{welcome.agreed(instantText(consent.at, language), consent.version)}</p>}
        {model.withdrawn.value && <p class="done">{welcome.withdrawn}</p>}
      </div>
      {!consent && <ConsentForm model={model} />}
      {consent && (
        <button type="button" class="main" name="next" onClick={() => model.go('join')}>
          {welcome.next}
        </button>
      )}
    </section>
  )
}

function ConsentForm({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const submit = (event: Event): void => {
    event.preventDefault()
    void model.agree()
  }
  return (
    <form onSubmit={submit} noValidate>
      <label class="tick">
        <input
          type="checkbox"
          name="consent"
          checked={model.ticked.value}
          aria-describedby="must-tick"
          onChange={event => {
            model.ticked.value = event.currentTarget.checked
            model.mustTick.value = false
          }}
        />
        <span>{welcome.tick(CONSENT.version)}</span>
      </label>
      <p id="must-tick" class="trouble" role="alert" hidden={!model.mustTick.value}>
        {model.mustTick.value && welcome.mustTick}
      </p>
      <button type="submit" class="main" name="agree" disabled={model.busy.value}>
        {welcome.agree}
      </button>
    </form>
  )
}

function Withdrawal({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  return (
    <section class="apart">
      <h2>{welcome.withdrawTitle}</h2>
      <p>{welcome.withdrawLead}</p>
      <p class="row">
        <button type="button" name="withdraw" onClick={() => model.withdraw(false)}>
          {welcome.withdraw}
        </button>
        <button type="button" name="erase" onClick={() => model.withdraw(true)}>
          {welcome.withdrawErase}
        </button>
      </p>
    </section>
  )
}
