// The rooms of the house and the arrows between them, as they are: `npm run house` prints them, the rules hold them.
import type { Arrow } from './imports.ts'

/** A folder is a room; files on the top of a house are rooms of their own name. */
export const roomOf = (file: string): string => {
  const parts = file.split('/')
  const [house = '', second = '', third] = parts
  if (parts.length === 2) return `${house}/${second.replace(/\.tsx?$/, '')}`
  // the extension's pages are rooms of their own, each in its folder
  const page = house === 'extension' && second === 'pages' && parts.length > 3
  return page ? `${house}/${second}/${third}` : `${house}/${second}`
}

/** An arrow between two rooms, and the files that draw it. */
export interface RoomArrow {
  readonly from: string
  readonly to: string
  /** Only types are taken. */
  readonly types: boolean
  readonly because: readonly string[]
}

/** Arrows between rooms, each once. */
export function roomArrows(arrows: readonly Arrow[]): readonly RoomArrow[] {
  const found = new Map<string, RoomArrow>()
  for (const { from, to, types } of arrows) {
    const [a, b] = [roomOf(from), roomOf(to)]
    if (a === b) continue
    const before = found.get(`${a} ${b}`)
    const because = [...(before?.because ?? []), `${from} → ${to}`]
    found.set(`${a} ${b}`, { from: a, to: b, types: types && (before?.types ?? true), because })
  }
  return [...found.values()]
}

/** The circles of a graph: each a set of nodes that reach each other (Tarjan's strongly connected components). */
export function circles(
  arrows: readonly { readonly from: string; readonly to: string }[],
): readonly string[][] {
  const next = Map.groupBy(arrows, arrow => arrow.from)
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (node: string): void => {
    const mine = index.size
    index.set(node, mine)
    low.set(node, mine)
    stack.push(node)
    for (const { to } of next.get(node) ?? []) {
      if (!index.has(to)) visit(to)
      if (stack.includes(to)) low.set(node, Math.min(low.get(node) ?? mine, low.get(to) ?? mine))
    }
    if (low.get(node) !== mine) return
    const circle = stack.splice(stack.indexOf(node))
    if (circle.length > 1) found.push(circle.sort())
  }
  for (const node of new Set(arrows.flatMap(({ from, to }) => [from, to]))) if (!index.has(node)) visit(node)
  return found
}
