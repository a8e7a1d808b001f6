// Invitation and link codes. Only their SHA-256 is kept: whoever reads the database cannot enrol.
import { createHash } from 'node:crypto'
import { canonicalCode } from '../../shared/wire/enrolment.ts'
import type { CodeRow, Store, Trx } from './schema.ts'

/**
 * SHA-256 of an enrolment code, in hex: the code itself is never stored. Spelling with spaces, dashes or
 * small letters is the same code.
 */
export const codeHash = (code: string): string =>
  createHash('sha256').update(canonicalCode(code)).digest('hex')

/** Keeps a code by its hash. */
export const addCode = (store: Store | Trx, row: CodeRow): Promise<unknown> =>
  store.insertInto('codes').values(row).execute()

/** The code with this hash, used up or not; undefined where there is none. */
export const codeByHash = (store: Store | Trx, hash: string): Promise<CodeRow | undefined> =>
  store.selectFrom('codes').selectAll().where('code_hash', '=', hash).executeTakeFirst()

/** Takes one use from a code, inside the transaction that enrols. */
export const useCode = (step: Trx, row: CodeRow): Promise<unknown> =>
  step
    .updateTable('codes')
    .set(e => ({ uses_left: e('uses_left', '-', 1) }))
    .where('agency_id', '=', row.agency_id)
    .where('code_hash', '=', row.code_hash)
    .execute()

/** Invitations, the newest first; link codes are a person's own and are not listed. */
export const listCodes = (store: Store): Promise<readonly CodeRow[]> =>
  store
    .selectFrom('codes')
    .selectAll()
    .where('kind', '=', 'invite')
    .orderBy('created_at', 'desc')
    .orderBy('code_hash')
    .execute()

/** Withdraws the code whose hash starts so, or is the hash of the code itself. Returns how many it withdrew. */
export async function revokeCode(store: Store, codeOrHash: string, now: number): Promise<number> {
  const done = await store
    .updateTable('codes')
    .set({ revoked_at: now })
    .where('kind', '=', 'invite')
    .where('revoked_at', 'is', null)
    .where(e =>
      e.or([e('code_hash', '=', codeHash(codeOrHash)), e('code_hash', 'like', `${idPrefix(codeOrHash)}%`)]),
    )
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Whoever joined with such a code is a plain member of the agency from now on. Returns how many people. */
export async function endRoles(store: Store, codeOrHash: string): Promise<number> {
  const done = await store
    .updateTable('members')
    .set(e => ({ role: 'member', scope: e.ref('agency_id') }))
    .where('role', '!=', 'member')
    .where('member_id', 'in', e =>
      e
        .selectFrom('devices')
        .select('member_id')
        .where(d =>
          d.or([
            d('code_hash', '=', codeHash(codeOrHash)),
            d('code_hash', 'like', `${idPrefix(codeOrHash)}%`),
          ]),
        ),
    )
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** The short name of a code in lists: the start of its hash. */
export const CODE_ID_LENGTH = 8

/** Only a whole short name may match by its start; anything else matches nothing. */
const idPrefix = (text: string): string => (/^[0-9a-f]{8,64}$/.test(text) ? text : 'no such code')
