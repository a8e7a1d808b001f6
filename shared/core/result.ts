// Expected failure is a value; a bug throws.

/** Success with its value. */
export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/** An expected failure: `why` is a closed union that a caller can switch on, `detail` a sentence for people. */
export interface Fail<W extends string> {
  readonly ok: false
  readonly why: W
  readonly detail: string
}

export type Result<T, W extends string> = Ok<T> | Fail<W>

/** A value that came about. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

/**
 * An expected failure.
 * @param why a word that code compares
 * @param detail what, where, what to do, in English
 */
export const fail = <W extends string>(why: W, detail: string): Fail<W> => ({ ok: false, why, detail })
