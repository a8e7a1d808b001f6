// The policy doctor: exact lines, and which snippet needs none.
import { describe, expect, it } from 'vitest'
import { adviseOn } from '../../widgets/pages/csp.ts'

const HUB = 'https://nhipso.tayninh.example'
const ask = (header: string) => adviseOn(header, HUB)

describe('the policy doctor', () => {
  it('finds nothing to change where there is no rule about it', () => {
    for (const header of ['', "style-src 'self'", "default-src *; style-src 'none'", 'default-src https:']) {
      expect(ask(header)).toEqual({
        lines: [],
        verdicts: { image: 'as-is', element: 'as-is', frame: 'as-is' },
      })
    }
  })

  it('copies the default into each directive that it opens, and keeps what was allowed', () => {
    expect(ask("Content-Security-Policy: default-src 'self' cdn.example; img-src *")).toEqual({
      lines: [
        `script-src 'self' cdn.example ${HUB};`,
        `connect-src 'self' cdn.example ${HUB};`,
        `frame-src 'self' cdn.example ${HUB};`,
      ],
      verdicts: { image: 'as-is', element: 'with-lines', frame: 'with-lines' },
    })
  })

  it('adds to a directive that is there, and puts the hub in the place of none', () => {
    expect(ask("img-src 'self' data:; frame-src 'none'").lines).toEqual([
      `img-src 'self' data: ${HUB};`,
      `frame-src ${HUB};`,
    ])
  })

  it('answers to the directive that browsers listen to', () => {
    expect(ask("script-src *; script-src-elem 'self'").lines).toEqual([`script-src-elem 'self' ${HUB};`])
    expect(ask("child-src 'self'").lines).toEqual([`frame-src 'self' ${HUB};`])
    expect(ask(`img-src 'self'; img-src ${HUB}`).verdicts.image).toBe('with-lines')
  })

  it.each([
    ['https://nhipso.tayninh.example', true],
    ['nhipso.tayninh.example', true],
    ['http://nhipso.tayninh.example', true],
    ['*.tayninh.example', true],
    ['https://nhipso.tayninh.example/', true],
    ['https:', true],
    ['http:', true],
    ['tayninh.example', false],
    ['*.nhipso.tayninh.example', false],
    ['https://nhipso.tayninh.example:8443', false],
    ['https://nhipso.tayninh.example/w/', false],
    ['https://nhipso.tayninh.example.evil.example', false],
    ["'self'", false],
    ["'unsafe-inline'", false],
    ['data:', false],
  ])('knows whether %s lets the hub in', (source, lets) => {
    expect(ask(`img-src ${source}`).verdicts.image).toBe(lets ? 'as-is' : 'with-lines')
  })

  it('knows that a policy that trusts scripts by nonce only takes the image and the frame', () => {
    expect(ask(`script-src 'nonce-x' 'strict-dynamic' https:; img-src *; frame-src *`)).toEqual({
      lines: [],
      verdicts: { image: 'as-is', element: 'never', frame: 'as-is' },
    })
  })

  it('asks every policy of a site that sends several', () => {
    expect(ask(`img-src *, img-src 'self'`).verdicts.image).toBe('with-lines')
  })
})
