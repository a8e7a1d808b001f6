// POST /api/v1/enrolments: a code and a public key → an enrolled browser.
import { parseEnrolment, parseEnrolmentRequest } from '../../shared/wire/enrolment.ts'
import { privateJson } from '../http/answer.ts'
import { isPoint } from '../http/authenticate.ts'
import { refuse } from '../http/problem.ts'
import { type Route, readBody, readJson } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { enrol } from '../members/enrol.ts'

export const enrolments: Route = {
  method: 'POST',
  path: '/api/v1/enrolments',
  audience: 'device',
  docs: {
    summary:
      'a code and a public key become an enrolled browser; the same key and code get the same answer again',
    body: parseEnrolmentRequest,
    response: ownJson(parseEnrolment, 201),
    problems: ['code-unknown', 'code-used-up', 'code-expired', 'key-in-use'],
  },
  answer: async ({ request, from }, { store, random, now, rateLimits }) => {
    const body = await readBody(request)
    if (!body.ok) return body
    const wish = readJson(body.value, parseEnrolmentRequest)
    if (!wish.ok) return wish
    const { x, y } = wish.value.publicKey
    if (!(await isPoint(`${x}.${y}`))) return refuse('invalid', 'enrolment.publicKey: is no point of P-256')
    const waits = await rateLimits.mayTryCode(from)
    if (waits) return waits
    const enrolled = await enrol(store, wish.value, random, now())
    if (!enrolled.ok && enrolled.why === 'code-unknown') await rateLimits.wrongCode(from)
    return enrolled.ok ? privateJson(enrolled.value, 201) : enrolled
  },
}
