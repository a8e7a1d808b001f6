// The stories as tables of the documentation, one for each element, with their pictures.
import type { Language } from '../../shared/core/language.ts'
import { STORIES } from '../../widgets/stories/stories.ts'
import type { Story } from '../../widgets/stories/story.ts'
import { looksOf } from './looks.ts'

const HEADS = {
  vi: '| trang mẫu | người xem thấy | |\n|---|---|---|',
  en: '| story | what a reader sees | |\n|---|---|---|',
} as const

/** One table for each element, in the order of the list. */
export const storyTable = (lang: Language): readonly string[] =>
  [...new Set(STORIES.map(one => one.show))].map(show =>
    [HEADS[lang], ...STORIES.filter(one => one.show === show).map(one => row(one, lang))].join('\n'),
  )

const row = (story: Story, lang: Language): string => {
  const [look] = looksOf(story)
  return `| \`${story.name}\` | ${story.told[lang]} | ![${story.told[lang]}](looks/${story.name}.${look}.png) |`
}
