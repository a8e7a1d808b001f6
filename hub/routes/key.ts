// PUT /api/v1/me/key: the browser replaces its key by a request that the old key signs.
import { parseKeyChange } from '../../shared/wire/enrolment.ts'
import { noContent } from '../http/answer.ts'
import { authenticate, isPoint } from '../http/authenticate.ts'
import { refuse } from '../http/problem.ts'
import { type Route, readJson } from '../http/route.ts'
import { nothing } from '../http/route-docs.ts'
import { replaceKey } from '../store/access.ts'

export const key: Route = {
  method: 'PUT',
  path: '/api/v1/me/key',
  audience: 'device',
  docs: {
    summary:
      'replaces the key of this browser; signed with the old one, or again with the new one where the answer was lost',
    body: parseKeyChange,
    response: nothing,
    signed: true,
    problems: ['key-in-use'],
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const wish = readJson(signed.value.body, parseKeyChange)
    if (!wish.ok) return wish
    const { x, y } = wish.value.publicKey
    if (!(await isPoint(`${x}.${y}`))) return refuse('invalid', 'key.publicKey: is no point of P-256')
    const done = await replaceKey(context.store, signed.value.device, `${x}.${y}`)
    if (done === 'in-use') return refuse('key-in-use', 'another browser has this key; make a new one')
    if (done === 'gone')
      return refuse('device-unknown', 'this device was erased or changed its key meanwhile')
    return noContent
  },
}
