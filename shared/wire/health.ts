// Hub → whoever watches over it: the process is there; it can serve.
import * as v from 'valibot'
import { count, parser } from './parse.ts'

const live = v.object({ status: v.literal('live') })
export type Live = v.InferOutput<typeof live>
export const parseLive = parser('live', live)

const ready = v.object({
  status: v.literal('ready'),
  /** Open event streams. */
  streams: count,
})
export type Ready = v.InferOutput<typeof ready>
export const parseReady = parser('ready', ready)
