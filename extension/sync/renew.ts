// The key of a device changes from time to time: one that somebody has stolen is worth little for long.
import type { Millis } from '../../shared/core/activity.ts'
import { DAY_MS } from '../../shared/core/day.ts'
import { routes } from '../../shared/wire/routes.ts'
import { ask, type Post, parseNothing } from '../ask.ts'
import type { Db } from '../store/db.ts'
import type { Identity } from '../store/identity.ts'
import { dropWaiting, isWaiting, publicKeyOf, takeNextKeys, waitingKeys } from '../store/keys.ts'
import { signedRequest } from '../store/signed.ts'

const RENEW_AFTER_MS = 90 * DAY_MS

export interface Renewing {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

/**
 * The identity to sign with from here on: with a new key where the old one is 90 days old, or where a change has begun
 * and its end is not known. Both keys are kept until the hub has answered, so whatever is lost on the way, one of them
 * signs.
 */
export const renewKey = async (tools: Renewing, self: Identity): Promise<Identity> =>
  tools.now() - (self.keysSince ?? self.enrolledAt) >= RENEW_AFTER_MS
    ? renew(tools, self)
    : endRenewal(tools, self)

/** Ends a change that has begun, and begins none. */
export const endRenewal = async (tools: Renewing, self: Identity): Promise<Identity> =>
  (await isWaiting(tools.db, 'next')) ? renew(tools, self) : self

async function renew({ db, post, now }: Renewing, self: Identity): Promise<Identity> {
  const renewed: Identity = { ...self, keys: await waitingKeys(db, 'next'), keysSince: now() }
  const body = JSON.stringify({ publicKey: await publicKeyOf(renewed.keys) })
  const errand = { method: 'PUT', url: routes(self.hubUrl).key(), body } as const
  const tell = async (signer: Identity) => ask(post, await signedRequest(signer, errand, now()), parseNothing)

  const first = await tell(self)
  // the hub may have taken the new key at an earlier attempt, of which the answer was lost
  const answer = !first.ok && first.why === 'signature-invalid' ? await tell(renewed) : first
  if (!answer.ok) {
    if (answer.why === 'key-in-use') await dropWaiting(db, 'next') // the next attempt makes another one
    return self
  }
  await takeNextKeys(db, renewed)
  return renewed
}
