// SVG text → PNG, for whatever shows no SVG (e-mail, Word, Zalo, link previews). Drawn once for each release, not per request.
import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

const find = createRequire(import.meta.url).resolve
const FONTS = '@expo-google-fonts/be-vietnam-pro'
/** One font with every Vietnamese letter, so that a picture is the same on every machine. */
const FONT = {
  loadSystemFonts: false,
  defaultFontFamily: 'Be Vietnam Pro',
  fontFiles: [
    find(`${FONTS}/400Regular/BeVietnamPro_400Regular.ttf`),
    find(`${FONTS}/700Bold/BeVietnamPro_700Bold.ttf`),
  ],
}

type Png = Uint8Array<ArrayBuffer>

/** The pictures of this release and of the one before. */
export interface PngCache {
  /** @param scale pixels for each CSS pixel: 1 or 2 */
  readonly png: (svg: string, scale: number) => Promise<Png>
  /** A release has come: draws these ahead, and in time forgets what nobody asks for any more. */
  readonly renew: (svgs: readonly string[]) => Promise<void>
  /** Ends drawing ahead. */
  readonly close: () => void
}

export const SCALES: readonly number[] = [1, 2]

/**
 * Draws SVG as PNG in a worker thread and keeps what it drew, the last few hundred; `scale` is pixels for
 * each unit of the drawing.
 */
export function createPngCache(): PngCache {
  let kept = new Map<string, Promise<Png>>()
  let before = kept
  let closed = false
  const png = (svg: string, scale: number): Promise<Png> => {
    const key = `${scale} ${svg}`
    const there = kept.get(key) ?? before.get(key) ?? draw(svg, scale)
    kept.set(key, there)
    return there
  }
  const renew = async (svgs: readonly string[]): Promise<void> => {
    before = kept
    kept = new Map()
    for (const svg of svgs) for (const scale of SCALES) if (!closed) await png(svg, scale)
  }
  return {
    png,
    renew,
    close: () => {
      closed = true
    },
  }
}

async function draw(svg: string, scale: number): Promise<Png> {
  const image = await renderAsync(svg, { fitTo: { mode: 'zoom', value: scale }, font: FONT })
  return new Uint8Array(image.asPng())
}
