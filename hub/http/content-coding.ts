// A piece of an open answer as it goes over the network: as it is, and compressed. Both are made once for all readers.
import { constants, deflateRawSync } from 'node:zlib'

export type Coding = 'identity' | 'gzip'
export type Coded = Readonly<Record<Coding, Uint8Array>>

/** What a gzip stream begins with (RFC 1952): deflate, without name and time. */
const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

/** Compressed, it ends on a whole byte and refers to nothing before it: any reader may be given it next. */
export function coded(text: string): Coded {
  const identity = new TextEncoder().encode(text)
  return { identity, gzip: deflateRawSync(identity, { finishFlush: constants.Z_FULL_FLUSH }) }
}

/** The same, as the first piece of an answer. */
export function codedFirst(text: string): Coded {
  const { identity, gzip } = coded(text)
  return { identity, gzip: Buffer.concat([GZIP_HEAD, gzip]) }
}

/** @param accepted `Accept-Encoding` (RFC 9110): `gzip` without `q=0` */
export function codingFor(accepted: string | null): Coding {
  const takesGzip = (accepted ?? '').split(',').some(one => {
    const [name = '', weight = ''] = one.split(';').map(part => part.trim().toLowerCase())
    return name === 'gzip' && !/^q=0(?:\.0*)?$/.test(weight)
  })
  return takesGzip ? 'gzip' : 'identity'
}
