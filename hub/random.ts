// Randomness → ids and codes. The hub is handed its source of chance, as it is handed its clock.
import { getRandomValues } from 'node:crypto'
import { CODE_ALPHABET } from '../shared/wire/enrolment.ts'

/** So many random bytes; cryptographic outside tests. */
export type Random = (bytes: number) => Uint8Array

/** The source of the process: cryptographic. */
export const random: Random = bytes => getRandomValues(new Uint8Array(bytes))

const CODE_LENGTH = 12

/** A random UUID (version 4). */
export function newId(source: Random): string {
  const bytes = source(16).map((b, i) => (i === 6 ? (b & 0x0f) | 0x40 : i === 8 ? (b & 0x3f) | 0x80 : b))
  const hex = Buffer.from(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A code as printed, `K7QM-3XPA-9TDW`: 60 random bits. */
export const newCode = (source: Random): string =>
  Array.from(source(CODE_LENGTH), byte => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
