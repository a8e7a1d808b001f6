// What each measure of a weekly table is called and what exactly it counts, and why a cell is hidden, in English.
import type { HiddenSentences, MeasureWords } from './measures.vi.ts'
import * as terms from './terms.en.ts'

export const en: MeasureWords = {
  headcount: { name: 'Official headcount', means: 'Headcount assigned for that week' },
  invited: { name: 'Invited', means: 'Invitations given out, at most the headcount' },
  enrolled: {
    name: terms.enrolled,
    means:
      'People enrolled when the membership was last frozen; frozen anew only when enough people have changed',
  },
  enrolledShare: { name: terms.enrolledShare, means: 'Enrolled / headcount' },
  reported: {
    name: 'First report',
    means: 'People who ever sent a total, rounded down to five',
  },
  active: { name: terms.activeInWeek, means: 'At least one qualifying day' },
  activeShare: { name: terms.activeShare, means: 'Active / headcount' },
  regular: {
    name: 'Regular',
    means: 'Enough qualifying days in the week; published up to the active people but three',
  },
  stickiness: {
    name: 'Everyday use',
    means: 'Average users of a working day / users of the week; never published as near 100%',
  },
  breadth0: { name: 'No platform', means: 'Enrolled people who were not active' },
  breadth1: { name: 'One platform', means: 'Among those active' },
  breadth2: { name: 'Two platforms', means: 'Among those active' },
  breadth3: { name: 'Three or more platforms', means: 'Among those active' },
  minutes: {
    name: terms.medianTime,
    means: 'Median active minutes of those active, each capped',
  },
  quartile1: {
    name: 'Level of the 25% who use least',
    means: 'A quarter of the active people are below; published from 20 people up',
  },
  quartile3: {
    name: 'Level of the 25% who use most',
    means: 'A quarter of the active people are above; published from 20 people up',
  },
  short: {
    name: 'Short days',
    means: 'Active people whose median day is shorter than asked for; published from 20 active people up',
  },
}

export const hidden: HiddenSentences = {
  'too-few': k =>
    `Not shown because the group has fewer than ${k} people; it appears after a whole week with ${k} or more.`,
  complement: k =>
    `Not shown, so that a group of fewer than ${k} people cannot be worked out from it; it appears when each has enough.`,
  'one-sided': k =>
    `Not shown because one of the two groups has too few people: fewer than ${k} are counted, or fewer than 3 are left; it appears when both have enough.`,
  'no-headcount': () => 'The official headcount is not known; it appears when the agency has given it.',
  'small-unit': k =>
    `Not shown because this unit or another one of the table has fewer than ${k} people; it appears when the units have ${k}.`,
  'under-twenty': () =>
    'Not shown because fewer than 20 people were active; it appears after a whole week with 20 or more.',
}
