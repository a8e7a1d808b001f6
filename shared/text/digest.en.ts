// The weekly digest's words in English.
import type { DigestWords } from './digest.vi.ts'
import * as terms from './terms.en.ts'

export const en: DigestWords = {
  product: terms.product,
  sample: terms.sample,
  title: agency => `Weekly digest: ${agency}`,
  week: (number, year, span) => `${terms.week} ${number}/${year} (${span})`,
  figure: 'Figure',
  now: 'This week',
  before: 'Week before',
  unknown: terms.notKnown,
  minute: terms.minute,
  block: (agencies, enrolled, active) =>
    `Median of the block (${agencies} agencies): enrolled ${enrolled}, active ${active}`,
  notes: 'Notes',
  privacy: k =>
    `Aggregated figures of whole weeks, only of groups of at least ${k} people. There is no figure of one person, and none may be used to appraise one.`,
  release: release => `Release ${release}. The same figures as on the unit’s page in the extension.`,
}
