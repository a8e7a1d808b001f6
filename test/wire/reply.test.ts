import { expect, it } from 'vitest'
import { parseReply } from '../../shared/wire/reply.ts'

it('a reply is done, or says why not, and by how much the clock differs', () => {
  for (const reply of [
    { ok: true },
    { ok: false, why: 'offline', detail: 'no answer' },
    { ok: false, why: 'clock-off', detail: 'x', clockDifferenceMs: 3_600_000 },
  ] as const)
    expect(parseReply(reply)).toEqual({ ok: true, value: reply })
})

it.each([null, undefined, 'ok', {}, { ok: 1 }, { ok: false }, { ok: false, why: 'x' }, [{ ok: true }]])(
  'is refused where it says neither: %j',
  input =>
    expect(parseReply(input)).toMatchObject({
      ok: false,
      why: 'invalid',
      detail: expect.stringContaining('reply: must hold'),
    }),
)
