// The order of files: whoever takes longest begins, so that nobody waits for one file at the end.
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from './rules/tree.ts'
import seconds from './seconds.json' with { type: 'json' }

const SECONDS: Readonly<Record<string, number>> = seconds

/** A shard of scenes takes longer than any file; a file that nobody has measured comes after those. */
function weightOf({ moduleId }: TestSpecification): number {
  const file = relative(root, moduleId)
  return file.startsWith('test/scenes/') ? Number.POSITIVE_INFINITY : (SECONDS[file] ?? 60)
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weighed = files.map(file => ({ file, weight: weightOf(file) }))
    return weighed.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).map(one => one.file)
  }
}
