// One table for each block that the reader asked for, of the agencies whose name fits.
import { words } from '../../../shared/text/ui.ts'
import { RankTable } from '../../../shared/ui/RankTable.tsx'
import { fold } from '../../../shared/ui/strip-diacritics.ts'
import type { Page, PageFrame } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { linksOf } from '../links.ts'

export interface TablesProps {
  readonly frame: PageFrame
  readonly wish: Extract<Page, { page: 'scoreboard' }>
}

/** One table for each block; a search finds names with or without diacritics. */
export function Tables({ frame, wish: { level, block, search = '' } }: TablesProps) {
  const { lang, snapshot, bundle } = frame
  const wanted = fold(search)
  const fits = ({ name }: AgencyScore): boolean =>
    fold(name.vi).includes(wanted) || fold(name.en).includes(wanted)
  const blocks = bundle.blocks.filter(one => one.level === level && (block === null || one.id === block))
  const tables = blocks
    .map(one => ({
      ...one,
      cells: snapshot.agencies.filter(cell => cell.level === level && cell.block === one.id && fits(cell)),
    }))
    .filter(one => one.cells.length > 0)
  if (tables.length === 0)
    return <p role="status">{search ? words(lang).nothingFound(search) : words(lang).nothingHere}</p>
  return (
    <>
      {tables.map(({ id, name, cells }) => (
        <RankTable
          key={id}
          caption={name[lang]}
          cells={cells}
          tiers={snapshot.tiers}
          hrefOf={linksOf(frame).agency}
        />
      ))}
    </>
  )
}
