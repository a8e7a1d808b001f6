// What a route tells about itself: the rows from which `/openapi.json` is written.

import { LANGUAGES } from '../../shared/core/language.ts'
import { LEVELS } from '../../shared/wire/campaign.ts'
import type { Agreement } from '../../shared/wire/parse.ts'
import type { Reason } from '../../shared/wire/problem.ts'

/** A piece of the path, or a parameter of the query. */
export interface Told {
  readonly is: string
  /** The values that are taken; anything where it is left out. */
  readonly oneOf?: readonly string[]
  /** Refused without it. */
  readonly needed?: boolean
}

/** An answer that is no refusal. */
interface Gift {
  readonly status: number
  /** Media types; none: no body. */
  readonly types: readonly string[]
  /** What JSON holds. */
  readonly of: Agreement<unknown> | null
  /** Comes with an entity tag: whoever has it already is answered 304. */
  readonly tagged: boolean
}

export interface About {
  /** One sentence. */
  readonly does: string
  readonly pieces?: Readonly<Record<string, Told>>
  readonly query?: Readonly<Record<string, Told>>
  /** The body. */
  readonly takes?: Agreement<unknown>
  readonly gives: Gift
  /** Must carry the signature of a device. */
  readonly signed?: true
  /** Its own reasons; those that every door of its kind has are added to them. */
  readonly refuses?: readonly Reason[]
}

const JSON_TYPE = 'application/json'

/** JSON that anybody may read. */
export const openJson = (of: Agreement<unknown>): Gift => ({
  status: 200,
  types: [JSON_TYPE],
  of,
  tagged: true,
})

/** JSON for one asker. */
export const ownJson = (of: Agreement<unknown>, status = 200): Gift => ({
  status,
  types: [JSON_TYPE],
  of,
  tagged: false,
})

/** Something other than JSON that anybody may read. */
export const open = (...types: readonly string[]): Gift => ({ status: 200, types, of: null, tagged: true })

/** Events, one after the other. */
export const events: Gift = { status: 200, types: ['text/event-stream'], of: null, tagged: false }

export const nothing: Gift = { status: 204, types: [], of: null, tagged: false }

/** Parameters that mean the same wherever they stand. */
export const TOLD = {
  agency: { is: 'id of an agency' },
  campaign: { is: 'id of a campaign; the one that runs where it is left out' },
  level: { is: 'level of government', oneOf: LEVELS },
  block: { is: 'id of an emulation block' },
  lang: { is: 'language; Vietnamese where it is left out', oneOf: LANGUAGES },
  theme: {
    is: 'colours; those of the reader’s system where it is left out',
    oneOf: ['auto', 'light', 'dark'],
  },
} as const satisfies Readonly<Record<string, Told>>
