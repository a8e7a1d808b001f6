// Joining an agency: the code on the invitation, and the hub it belongs to.
import { textsOf } from '../../../shared/text/extension.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { WelcomeModel } from './model.ts'

interface Props {
  readonly model: WelcomeModel
}

/** The last step: a code or the whole invitation link, and what it leads to. */
export function Joining({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const joined = model.setUp.value.joined
  return (
    <section id="join">
      <h2>{welcome.enrolTitle}</h2>
      <div role="status">
        {joined && (
          <p class="done">
            {welcome.enrolled(joined.agency[language])} {welcome.enrolledNext}
          </p>
        )}
      </div>
      {joined?.mayOpenTeam && (
        <p>
          <a href="/team.html">{welcome.openTeam}</a>
        </p>
      )}
      {!joined && <JoinForm model={model} />}
    </section>
  )
}

function JoinForm({ model }: Props) {
  const language = useLanguage()
  const { welcome } = textsOf(language)
  const submit = (event: Event): void => {
    event.preventDefault()
    void model.join()
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>{welcome.enrolLead}</p>
      <label class="field">
        <span>{welcome.code}</span>
        <input
          name="code"
          value={model.code.value}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="code-hint"
          onInput={event => {
            model.typeCode(event.currentTarget.value)
          }}
        />
      </label>
      <p id="code-hint" class="faint">
        {welcome.codeHint}
      </p>
      <label class="field">
        <span>{welcome.hub}</span>
        <input
          name="hub"
          type="url"
          value={model.hubUrl.value}
          readOnly={model.hubLocked.value}
          aria-describedby="hub-hint"
          onInput={event => {
            model.hubUrl.value = event.currentTarget.value
          }}
        />
      </label>
      <p id="hub-hint" class="faint">
        {model.hubLocked.value && welcome.hubLocked}
      </p>
      <label class="tick">
        <input
          type="checkbox"
          name="without-unit"
          checked={model.withoutUnit.value}
          onChange={event => {
            model.withoutUnit.value = event.currentTarget.checked
          }}
        />
        <span>{welcome.withoutUnit}</span>
      </label>
      <button type="submit" class="main" name="join" disabled={model.busy.value}>
        {model.busy.value ? welcome.enrolling : welcome.enrol}
      </button>
    </form>
  )
}
