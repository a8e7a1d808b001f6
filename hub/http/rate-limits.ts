// How much one device and one address may ask for. Addresses are kept in memory for a window, and written nowhere.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Refusal, refuse } from './problem.ts'

/** So many in so many seconds. */
interface Limit {
  readonly points: number
  readonly seconds: number
}

export interface RateLimitSettings {
  /** Signed requests of one device: a device reports every few minutes. */
  readonly device: Limit
  /** Requests of devices from one address: a whole agency may stand behind it. */
  readonly address: Limit
  /** Codes that nobody was given, from one address. */
  readonly wrongCodes: Limit
  /** Reports that may wait for the store; further ones are told to come back. */
  readonly waiting: number
}

export const LIMITS: RateLimitSettings = {
  device: { points: 300, seconds: 30 },
  address: { points: 6000, seconds: 30 },
  wrongCodes: { points: 30, seconds: 600 },
  waiting: 5000,
}

/** Each answers with a refusal, or null where there is still room. An address of null is not counted. */
export interface RateLimits {
  readonly device: (deviceId: string) => Promise<Refusal | null>
  readonly address: (address: string | null) => Promise<Refusal | null>
  /** Asked before a code is looked up. */
  readonly mayTryCode: (address: string | null) => Promise<Refusal | null>
  readonly wrongCode: (address: string | null) => Promise<void>
}

const limiter = ({ points, seconds }: Limit) => new RateLimiterMemory({ points, duration: seconds })

/** Counters in memory, of this process alone: several hubs behind one address each allow so much. */
export function createRateLimits(limits: RateLimitSettings): RateLimits {
  const device = limiter(limits.device)
  const address = limiter(limits.address)
  const wrong = limiter(limits.wrongCodes)
  return {
    device: id => spend(device, id, 'this device sends too often'),
    address: from => spend(address, from, 'too many requests from this address'),
    mayTryCode: async from => {
      const tried = from === null ? null : await wrong.get(from)
      if (!tried || tried.consumedPoints < limits.wrongCodes.points) return null
      return tooMany('too many wrong codes from this address', tried)
    },
    wrongCode: async from => {
      await spend(wrong, from, '')
    },
  }
}

async function spend(from: RateLimiterMemory, key: string | null, what: string): Promise<Refusal | null> {
  if (key === null) return null
  try {
    await from.consume(key)
    return null
  } catch (error) {
    if (error instanceof RateLimiterRes) return tooMany(what, error)
    throw error
  }
}

function tooMany(what: string, { msBeforeNext }: RateLimiterRes): Refusal {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  return refuse('too-many-requests', `${what}; try again in ${seconds} seconds`, seconds)
}
