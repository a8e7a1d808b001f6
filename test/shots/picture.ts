// Pictures as files: small ones for the eye, and how far two of them are apart.
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
