// The policy doctor's answer: which snippet works as the site is, and the exact lines for the others.
import { words } from '../../shared/ui/text/words.ts'
import { untranslated } from '../../shared/ui/untranslated.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { builderWords } from './builder-words.ts'
import { adviseOn, RUNGS } from './csp.ts'

export function Doctor({
  frame: { lang, hub },
  policy,
}: {
  readonly frame: PageFrame
  readonly policy: string
}) {
  const said = builderWords(lang)
  const { lines, verdicts } = adviseOn(policy, hub)
  return (
    <div class="advice">
      <ul>
        {RUNGS.map(rung => (
          <li key={rung}>
            <strong>{words(lang).rungs[rung].name}</strong>: {said.verdicts[verdicts[rung]]}
          </li>
        ))}
      </ul>
      {lines.length === 0 ? (
        <p>{said.doctorNoLines}</p>
      ) : (
        <>
          <p id="lines">{said.doctorLines}</p>
          <textarea
            readOnly
            rows={lines.length + 1}
            spellcheck={false}
            aria-labelledby="lines"
            {...untranslated}
          >
            {lines.join('\n')}
          </textarea>
        </>
      )}
    </div>
  )
}
