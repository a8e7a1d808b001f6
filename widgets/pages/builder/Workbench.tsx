// The builder's choices, a preview on light and dark paper, and the snippets: drawn by the hub, and anew in the browser at each choice.

import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import { LEVELS } from '../../../shared/wire/campaign.ts'
import { linksOf } from '../links.ts'
import type { Bench, Choose, Wish } from './builder-data.ts'
import { Preview } from './Preview.tsx'
import { Recipe } from './Recipe.tsx'
import { Snippets } from './Snippets.tsx'

export interface WorkbenchProps {
  readonly bench: Bench
  /** Where its agency is null or unknown, the first one stands in. */
  readonly wish: Wish
  /** Left out where nothing runs: then the form's button asks the hub. */
  readonly choose?: Choose
}

/** The builder’s choices, its preview and its snippets, in step with each other. */
export function Workbench({ bench, wish, choose }: WorkbenchProps) {
  const { agencies } = bench.bundle
  const chosen = agencies.find(one => one.id === wish.agency) ?? agencies[0]
  return (
    <>
      <Chooser bench={bench} wish={{ ...wish, agency: chosen?.id ?? null }} {...(choose && { choose })} />
      {chosen && <Preview bench={bench} wish={wish} chosen={chosen} />}
      <Recipe frame={bench} cms={wish.cms} />
      {chosen && <Snippets bench={bench} wish={wish} chosen={chosen} copies={choose !== undefined} />}
    </>
  )
}

function Chooser({ bench, bench: { lang, bundle, campaigns = [] }, wish, choose }: WorkbenchProps) {
  const said = builderWords(lang)
  const ofBlock = wish.show === 'board' || wish.show === 'ticker'
  return (
    <form
      method="get"
      action={linksOf({ ...bench, usual: bundle.campaign.id }, 'vi').builder()}
      class="chooser fields"
    >
      <div class="field">
        <label for="agency">{words(lang).chooseAgency}</label>
        <select id="agency" name="agency" onChange={heard(choose)}>
          {bundle.blocks.map(block => (
            <optgroup key={block.id} label={block.name[lang]}>
              {bundle.agencies
                .filter(one => one.block === block.id)
                .map(one => (
                  <option key={one.id} value={one.id} selected={one.id === wish.agency}>
                    {one.name[lang]}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {(
        [
          ['show', said.show, said.shows],
          ...(ofBlock || !choose ? [['ranking', said.ranking, rankings(bench)] as const] : []),
          ['theme', said.theme, said.themes],
          ['size', said.size, said.sizes],
          ['speaks', said.speaks, said.languages],
          ...(campaigns.length > 1
            ? [['campaign', words(lang).campaign, campaignNames(bench)] as const]
            : []),
          ['trust', said.trust, said.trusts],
          ['cms', said.cms, said.cmsNames],
        ] as const
      ).map(([name, label, of]) => (
        <Choice
          key={name}
          name={name}
          label={label}
          of={of}
          chosen={wish[name] ?? ''}
          {...(choose && { choose })}
        />
      ))}
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      {!choose && <button type="submit">{words(lang).showCode}</button>}
    </form>
  )
}

/** A ranking of the agency's own block, of another block, or of a whole level. */
const rankings = ({ lang, bundle }: Bench): Readonly<Record<string, string>> => ({
  '': builderWords(lang).ownBlock,
  ...Object.fromEntries(bundle.blocks.map(one => [one.id, one.name[lang]])),
  ...Object.fromEntries(LEVELS.map(one => [one, builderWords(lang).wholeLevel(words(lang).levels[one])])),
})

const campaignNames = ({ lang, campaigns = [] }: Bench): Readonly<Record<string, string>> => ({
  '': builderWords(lang).runningCampaign,
  ...Object.fromEntries(campaigns.map(({ id, number, name }) => [id, `${number}: ${name[lang]}`])),
})

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly of: Readonly<Record<string, string>>
  readonly chosen: string
  readonly choose?: Choose
}

const Choice = ({ name, label, of, chosen, choose }: ChoiceProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name} onChange={heard(choose)}>
      {Object.entries(of).map(([id, text]) => (
        <option key={id} value={id} selected={id === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

const heard = (choose: Choose | undefined) => (event: { readonly currentTarget: HTMLSelectElement }) =>
  choose?.({ [event.currentTarget.name]: event.currentTarget.value })
