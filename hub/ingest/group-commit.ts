// Group commit: what arrives in one turn of the event loop is written together, and each is answered after that commit.

/** So many are written together: more would keep the others waiting. */
const TOGETHER = 256

export interface GroupCommit<In, Out> {
  /** Resolves once it is written; null where too many are waiting already: nothing was taken in. */
  readonly add: (one: In) => Promise<Out> | null
  /** How many wait. */
  readonly waiting: () => number
  /** Resolves when nothing waits any more. */
  readonly done: () => Promise<void>
}

interface Waiting<In, Out> {
  readonly one: In
  readonly resolve: (out: Out) => void
  readonly reject: (error: unknown) => void
}

/** @param write writes some together; an outcome for each, in their order @param most how many may wait */
export function createGroupCommit<In, Out>(
  write: (some: readonly In[]) => Promise<readonly PromiseSettledResult<Out>[]>,
  most: number,
): GroupCommit<In, Out> {
  let queue: Waiting<In, Out>[] = []
  let running: Promise<void> | null = null
  const writeSome = async (some: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const outcomes = await write(some.map(({ one }) => one))
      for (const [i, { resolve, reject }] of some.entries()) {
        const outcome = outcomes[i]
        if (outcome?.status === 'fulfilled') resolve(outcome.value)
        else reject(outcome?.reason)
      }
    } catch (error) {
      for (const { reject } of some) reject(error)
    }
  }
  const drain = async (): Promise<void> => {
    await new Promise(setImmediate) // the rest of this turn joins
    while (queue.length > 0) {
      const some = queue.slice(0, TOGETHER)
      queue = queue.slice(TOGETHER)
      await writeSome(some)
    }
    running = null
  }
  return {
    add: one => {
      if (queue.length >= most) return null
      const written = new Promise<Out>((resolve, reject) => queue.push({ one, resolve, reject }))
      running ??= drain()
      return written
    },
    waiting: () => queue.length,
    done: () => running ?? Promise.resolve(),
  }
}
