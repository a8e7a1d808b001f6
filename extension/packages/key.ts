// Who signs: the private key that makes the extension's id, and stays with the people who publish it.
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/core/result.ts'

const MAKE_ONE = 'make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:4096 -out FILE'

/** The id that Chromium gives to whatever this key has signed; the reason where the file holds no such key. */
export function extensionId(keyPath: string): Result<string, 'no-key'> {
  const key = readKey(keyPath)
  if (!key) return fail('no-key', `--key ${keyPath}: no such file, or no private key in it; ${MAKE_ONE}`)
  if (key.asymmetricKeyType !== 'rsa') {
    return fail('no-key', `--key ${keyPath}: an RSA key is needed; ${MAKE_ONE}`)
  }
  const hash = createHash('sha256').update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
  return ok([...hash.digest('hex').slice(0, 32)].map(letterOf).join(''))
}

function readKey(path: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(path))
  } catch {
    return null
  }
}

/** Chromium writes the sixteen hexadecimal digits as a to p. */
const letterOf = (digit: string): string =>
  String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))
