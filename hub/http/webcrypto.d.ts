// Node's WebCrypto keys under the name that shared/wire/signature.ts uses; the hub sees no DOM.
import type { webcrypto } from 'node:crypto'

declare global {
  interface CryptoKey extends webcrypto.CryptoKey {}
}
