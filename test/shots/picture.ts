// Pictures as files: small ones for the eye, and how far two of them are apart.
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import upng from 'upng-js'

/** Colours of a picture of a calm page; more are not seen. */
const COLOURS = 16

/** The same picture with a palette: a quarter of the bytes. */
export function small(png: Buffer): Buffer {
  const { data, width, height } = PNG.sync.read(png)
  const pixels = new Uint8Array(data).buffer
  return Buffer.from(upng.encode([pixels], width, height, COLOURS))
}

/** What is the same to the eye: a shade of a smoothed edge. */
const SHADE = 0.2

/**
 * How many pixels of two pictures differ to the eye, where edges are not looked at; all of the larger one where their sizes
 * differ.
 */
export function apart(
  one: Buffer,
  other: Buffer,
): { readonly pixels: number; readonly of: number; readonly diff: Buffer | null } {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)]
  const of = Math.max(a.width * a.height, b.width * b.height)
  if (a.width !== b.width || a.height !== b.height) return { pixels: of, of, diff: null }
  const diff = new PNG({ width: a.width, height: a.height })
  const pixels = pixelmatch(a.data, b.data, diff.data, a.width, a.height, { threshold: SHADE })
  return { pixels, of, diff: PNG.sync.write(diff) }
}
