// Commands that are promised and not there yet: they say so, and succeed at nothing.
import { type Command, refused } from './command.ts'

const later = (name: string, usage: string, does: string): Command => ({
  name,
  usage,
  does: `${does} (not in this version yet)`,
  options: {},
  words: 1,
  run: async () => refused(`${name} is not in this version yet`),
})

export const promised: readonly Command[] = [
  later('results import', 'FILE.csv', 'imports official results'),
  later('backup', 'FILE', 'writes a backup'),
  later('restore', 'FILE', 'restores a backup'),
]
