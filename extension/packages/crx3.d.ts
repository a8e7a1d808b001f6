// The parts of the package `crx3` that are used here; it brings no types of its own.
declare module 'crx3' {
  import type { Readable } from 'node:stream'

  /** Signs a zip stream as a CRX 3 and writes it to `crxPath`; resolves when the file is closed. */
  export default function crx3(
    zip: Readable,
    options: { readonly keyPath: string; readonly crxPath: string },
  ): Promise<{ readonly appId: string }>
}
