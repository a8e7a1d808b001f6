// `npm run house`: the rooms as they are now. Boxes with their sizes, arrows, arrows that lead up, circles.
import { importsOf, sourceOf, targetOf } from './imports.ts'
import { tracked } from './tree.ts'

/** An arrow between two boxes: how many imports run, and how many are of types alone. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly values: number
  readonly types: number
}

export interface Box {
  readonly name: string
  readonly files: number
  readonly lines: number
}

/** Parts of the house whose folders are boxes of their own. */
const PARTS = ['shared', 'extension', 'widgets', 'hub'] as const
/** Doors of a process: they put everything together, so they may import what stands above a room. */
const ENTRANCES = /^hub\/admin\/serve\.ts$|^hub\/sample\/(?:start|prepare)\.ts$/

const sources = tracked(/^(?:shared|extension|widgets|hub)\/.*\.tsx?$/).filter(
  file => !/\.config\.ts$|\.d\.ts$/.test(file),
)

const targetsOf = (file: string) =>
  importsOf(sourceOf(file))
    .filter(({ target }) => target.startsWith('.'))
    .map(({ target, typeOnly }) => ({ file: targetOf(file, target), typeOnly }))

const folderOf = (file: string): string => file.split('/').slice(0, 2).join('/')
const isTop = (file: string): boolean => file.split('/').length === 2

/** On a part's top stands the floor, which imports no room of its part, and the roof, which puts them together. */
function boxOf(file: string): string {
  if (!isTop(file)) return folderOf(file)
  const [part = ''] = file.split('/')
  const rooms = targetsOf(file).filter(one => one.file.startsWith(`${part}/`) && !isTop(one.file))
  return `${part} (${rooms.length > 0 ? 'roof' : 'floor'})`
}

const boxes = new Map(sources.map(file => [file, boxOf(file)]))
const where = (file: string): string => boxes.get(file) ?? folderOf(file)

export function boxesOf(): readonly Box[] {
  const names = [...new Set(boxes.values())].sort()
  return names.map(name => {
    const files = sources.filter(file => boxes.get(file) === name)
    const lines = files.reduce((sum, file) => sum + sourceOf(file).split('\n').length - 1, 0)
    return { name, files: files.length, lines }
  })
}

/** @param entrances whether the doors of a process are counted too */
export function arrowsOf(entrances: boolean): readonly Arrow[] {
  const arrows = new Map<string, { values: number; types: number }>()
  for (const file of sources.filter(one => entrances || !ENTRANCES.test(one))) {
    for (const target of targetsOf(file)) {
      const [from, to] = [where(file), where(target.file)]
      if (from === to) continue
      const { values, types } = arrows.get(`${from} → ${to}`) ?? { values: 0, types: 0 }
      arrows.set(
        `${from} → ${to}`,
        target.typeOnly ? { values, types: types + 1 } : { values: values + 1, types },
      )
    }
  }
  return [...arrows]
    .map(([key, count]) => {
      const [from = '', to = ''] = key.split(' → ')
      return { from, to, ...count }
    })
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
}

/** From a room to the roof of its own part. */
export const upwards = (arrows: readonly Arrow[]): readonly Arrow[] =>
  arrows.filter(
    ({ from, to }) => to.endsWith('(roof)') && PARTS.some(p => to.startsWith(p) && from.startsWith(p)),
  )

/** Groups of boxes from each of which the arrows lead back to it. */
export function circlesOf(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const left = [...(next.get(from) ?? [])]
    for (let box = left.pop(); box !== undefined; box = left.pop()) {
      if (seen.has(box)) continue
      seen.add(box)
      left.push(...(next.get(box) ?? []))
    }
    return seen
  }
  const reach = new Map([...next.keys()].map(box => [box, reached(box)]))
  const circles = [...reach].map(([box, to]) =>
    [...to].filter(other => reach.get(other)?.has(box) && to.has(box)).sort(),
  )
  return [...new Map(circles.filter(c => c.length > 1).map(c => [c.join(), c])).values()]
}

const asText = ({ from, to, values, types }: Arrow): string =>
  `${from} → ${to}  ${[values ? `${values}` : '', types ? `${types} of types` : ''].filter(Boolean).join(', ')}`

function list(title: string, lines: readonly string[]): string {
  return [`${title} (${lines.length})`, ...lines.map(line => `  ${line}`), ''].join('\n')
}

function picture(): string {
  const [arrows, inside] = [arrowsOf(true), arrowsOf(false)]
  const running = inside.filter(arrow => arrow.values > 0)
  const asCircle = (circle: readonly string[]): string => circle.join(' ↔ ')
  return [
    list(
      'Boxes: files, lines',
      boxesOf().map(
        ({ name, files, lines }) => `${name.padEnd(24)}${`${files}`.padStart(4)}${`${lines}`.padStart(7)}`,
      ),
    ),
    list('Arrows: imports', arrows.map(asText)),
    list('Upward arrows, but for the entrances', upwards(inside).map(asText)),
    list('Circles of what runs', circlesOf(running).map(asCircle)),
    list('Circles with types', circlesOf(inside).map(asCircle)),
  ].join('\n')
}

if (import.meta.main) console.log(picture())
