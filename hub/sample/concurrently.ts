// Many devices at once: a few requests in flight, so that signing and storing overlap.

const IN_FLIGHT = 12

/** Does `work` for each, a few at a time, and keeps the order of the answers. The first fault ends it. */
export async function concurrently<T, R>(
  things: readonly T[],
  work: (thing: T, index: number) => Promise<R>,
  atOnce: number = IN_FLIGHT,
): Promise<readonly R[]> {
  const results: R[] = new Array(things.length)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < things.length; i = next++) {
      const thing = things[i]
      if (thing !== undefined) results[i] = await work(thing, i)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
  return results
}
