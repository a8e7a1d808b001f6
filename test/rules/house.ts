// `npm run house`: boxes, arrows, upward arrows and circles of the source, as they are now. `--why` names the files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { circles, type RoomArrow, roomArrows, roomOf } from './house-graph.ts'
import { arrowsOf } from './imports.ts'
import { root, tracked } from './tree.ts'

const why = process.argv.includes('--why')
const files = tracked(/^(shared|extension|widgets|hub)\/.*\.tsx?$/).filter(
  file => !/\.d\.ts$|\.config\.ts$/.test(file),
)
const lines = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length
const arrows = arrowsOf(files)
const rooms = Map.groupBy(files, roomOf)
const between = roomArrows(arrows)

console.log(`${files.length} files in ${rooms.size} rooms\n`)
for (const [room, inside] of [...rooms].sort()) {
  const to = between
    .filter(arrow => arrow.from === room)
    .map(arrow => (arrow.types ? `(${arrow.to})` : arrow.to))
  const size = `${inside.length} files, ${inside.reduce((sum, file) => sum + lines(file), 0)} lines`
  console.log(`${room.padEnd(28)} ${size.padEnd(24)} → ${to.sort().join(' ') || 'nothing'}`)
}

const show = (arrow: RoomArrow): void => {
  console.log(`  ${arrow.from} → ${arrow.to}${arrow.types ? ' (types only)' : ''}`)
  if (why) for (const reason of arrow.because) console.log(`      ${reason}`)
}
const inCircle = circles(between)
const upward = between.filter(one => between.some(back => back.from === one.to && back.to === one.from))
console.log(
  `\narrows between rooms: ${between.length}, of types only: ${between.filter(one => one.types).length}`,
)
console.log(`rooms that import each other: ${upward.length / 2} pairs`)
upward.forEach(show)
console.log(`circles of rooms: ${inCircle.length}`)
for (const circle of inCircle) console.log(`  ${circle.join(' ')}`)
const inFiles = circles(arrows)
console.log(
  `circles of files: ${inFiles.length}, by values alone: ${circles(arrows.filter(one => !one.types)).length}`,
)
for (const circle of inFiles) console.log(`  ${circle.join(' ')}`)
