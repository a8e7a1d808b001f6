// What a route documents about itself: the rows from which `/openapi.json` is written.

import { LANGUAGES } from '../../shared/core/language.ts'
import { LEVELS } from '../../shared/wire/campaign.ts'
import type { Agreement } from '../../shared/wire/parse.ts'
import type { Reason } from '../../shared/wire/problem.ts'

/** A piece of the path, or a parameter of the query. */
export interface ParameterDocs {
  readonly description: string
  /** The values that are taken; anything where it is left out. */
  readonly oneOf?: readonly string[]
  /** Refused without it. */
  readonly required?: boolean
}

/** An answer that is no problem. */
interface DocumentedResponse {
  readonly status: number
  /** Media types; none: no body. */
  readonly types: readonly string[]
  /** What JSON holds. */
  readonly schema: Agreement<unknown> | null
  /** Comes with an entity tag: whoever has it already is answered 304. */
  readonly tagged: boolean
}

export interface RouteDocs {
  /** One sentence. */
  readonly summary: string
  readonly params?: Readonly<Record<string, ParameterDocs>>
  readonly query?: Readonly<Record<string, ParameterDocs>>
  /** The body. */
  readonly body?: Agreement<unknown>
  readonly response: DocumentedResponse
  /** Must carry the signature of a device. */
  readonly signed?: true
  /** Its own reasons; those that every route of its audience has are added to them. */
  readonly problems?: readonly Reason[]
}

const JSON_TYPE = 'application/json'

/** JSON that anybody may read. */
export const openJson = (schema: Agreement<unknown>): DocumentedResponse => ({
  status: 200,
  types: [JSON_TYPE],
  schema,
  tagged: true,
})

/** JSON for one asker. */
export const ownJson = (schema: Agreement<unknown>, status = 200): DocumentedResponse => ({
  status,
  types: [JSON_TYPE],
  schema,
  tagged: false,
})

/** Something other than JSON that anybody may read. */
export const open = (...types: readonly string[]): DocumentedResponse => ({
  status: 200,
  types,
  schema: null,
  tagged: true,
})

/** Events, one after the other. */
export const events: DocumentedResponse = {
  status: 200,
  types: ['text/event-stream'],
  schema: null,
  tagged: false,
}

export const nothing: DocumentedResponse = { status: 204, types: [], schema: null, tagged: false }

/** Parameters that mean the same wherever they stand. */
export const PARAMETERS = {
  agency: { description: 'id of an agency' },
  campaign: { description: 'id of a campaign; the one that runs where it is left out' },
  level: { description: 'level of government', oneOf: LEVELS },
  block: { description: 'id of an emulation block' },
  lang: { description: 'language; Vietnamese where it is left out', oneOf: LANGUAGES },
  theme: {
    description: 'colours; those of the reader’s system where it is left out',
    oneOf: ['auto', 'light', 'dark'],
  },
} as const satisfies Readonly<Record<string, ParameterDocs>>
