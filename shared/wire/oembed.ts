// Hub → content systems: a frame for the address of one of our pages (oEmbed 1.0, type `rich`).
import * as v from 'valibot'
import { count, parser } from './parse.ts'

const oembed = v.object({
  version: v.literal('1.0'),
  type: v.literal('rich'),
  provider_name: v.string(),
  provider_url: v.string(),
  title: v.string(),
  /** Seconds. */
  cache_age: count,
  /** One `iframe` of ours. */
  html: v.string(),
  /** CSS pixels, never more than `maxwidth` and `maxheight`. */
  width: v.pipe(v.number(), v.minValue(1)),
  height: v.pipe(v.number(), v.minValue(1)),
})
export type Oembed = v.InferOutput<typeof oembed>
export const parseOembed = parser('oembed', oembed)
