// The policy doctor's answer: which snippet works as the site is, and the exact lines for the others.

import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import { untranslated } from '../../../shared/ui/no-translate.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import { adviseOn, RUNGS } from './csp.ts'

/** What a site’s content security policy must allow, line by line. */
export function Doctor({
  frame: { lang, hub },
  policy,
}: {
  readonly frame: PageFrame
  readonly policy: string
}) {
  const said = builderWords(lang)
  const { changes, verdicts, policies, reportOnly } = adviseOn(policy, hub)
  const works = RUNGS.every(rung => verdicts[rung] === 'as-is')
  return (
    <div class="advice">
      {policies + reportOnly !== 1 && <p>{said.doctorFound(policies)}</p>}
      {reportOnly > 0 && <p>{said.doctorReportOnly}</p>}
      <ul>
        {RUNGS.map(rung => (
          <li key={rung}>
            <strong>{words(lang).rungs[rung].name}</strong>: {said.verdicts[verdicts[rung]]}
          </li>
        ))}
      </ul>
      {works && <p>{said.doctorNoLines}</p>}
      {changes.map(change => (
        <Lines
          key={change.policy}
          lines={change.lines}
          title={said.doctorLines(policies > 1 ? change.policy : 0)}
        />
      ))}
      {verdicts.element !== 'as-is' && <p>{said.doctorOwn(said.trusts.own)}</p>}
    </div>
  )
}

const Lines = ({ lines, title }: { readonly lines: readonly string[]; readonly title: string }) => (
  <>
    <p>{title}</p>
    <textarea readOnly rows={lines.length + 1} spellcheck={false} aria-label={title} {...untranslated}>
      {lines.join('\n')}
    </textarea>
  </>
)
