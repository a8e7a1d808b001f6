// The policy doctor: exact lines, and which snippet needs none.
import { describe, expect, it } from 'vitest'
import { adviseOn } from '../../widgets/pages/builder/csp.ts'

const HUB = 'https://nhipso.tayninh.example'
const ask = (header: string) => adviseOn(header, HUB)
const linesFor = (header: string) => ask(header).changes.flatMap(one => one.lines)

describe('the policy doctor', () => {
  it('finds nothing to change where there is no rule about it', () => {
    for (const header of ['', "style-src 'self'", "default-src *; style-src 'none'", 'default-src https:']) {
      expect(ask(header)).toMatchObject({
        changes: [],
        verdicts: { image: 'as-is', element: 'as-is', frame: 'as-is' },
      })
    }
  })

  it('copies the default into each directive that it opens, and keeps what was allowed', () => {
    expect(ask("Content-Security-Policy: default-src 'self' cdn.example; img-src *")).toMatchObject({
      changes: [
        {
          policy: 1,
          lines: [
            `script-src 'self' cdn.example ${HUB};`,
            `connect-src 'self' cdn.example ${HUB};`,
            `frame-src 'self' cdn.example ${HUB};`,
          ],
        },
      ],
      verdicts: { image: 'as-is', element: 'with-lines', frame: 'with-lines' },
    })
  })

  it('adds to a directive that is there, and puts the hub in the place of none', () => {
    expect(ask("img-src 'self' data:; frame-src 'none'").changes[0]?.lines).toEqual([
      `img-src 'self' data: ${HUB};`,
      `frame-src ${HUB};`,
    ])
  })

  it('answers to the directive that browsers listen to', () => {
    expect(linesFor("script-src *; script-src-elem 'self'")).toEqual([`script-src-elem 'self' ${HUB};`])
    expect(linesFor("child-src 'self'")).toEqual([`frame-src 'self' ${HUB};`])
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

  it('knows that a policy that trusts scripts by nonce takes the element where the template writes the nonce', () => {
    expect(ask(`script-src 'nonce-x' 'strict-dynamic' https:; img-src *; frame-src *`)).toMatchObject({
      changes: [],
      verdicts: { image: 'as-is', element: 'with-nonce', frame: 'as-is' },
    })
    expect(ask(`script-src 'nonce-x'; connect-src *`)).toMatchObject({
      changes: [{ lines: [`script-src 'nonce-x' ${HUB};`] }],
      verdicts: { element: 'with-lines' },
    })
    expect(ask(`script-src 'sha256-x' 'strict-dynamic'`).verdicts.element).toBe('never')
  })

  it('knows that a sandbox without scripts runs none', () => {
    expect(ask('sandbox allow-same-origin').verdicts).toEqual({
      image: 'as-is',
      element: 'never',
      frame: 'as-is',
    })
    expect(ask('sandbox allow-scripts').verdicts.element).toBe('as-is')
  })

  it('asks every policy of a site that sends several, and tells the lines of each', () => {
    expect(ask(`img-src *, img-src 'self'`).verdicts.image).toBe('with-lines')
    const headers =
      "Content-Security-Policy: default-src 'self'\r\nContent-Security-Policy: img-src 'none'; frame-src *"
    expect(ask(headers)).toMatchObject({
      policies: 2,
      changes: [
        { policy: 1, lines: expect.arrayContaining([`img-src 'self' ${HUB};`, `frame-src 'self' ${HUB};`]) },
        { policy: 2, lines: [`img-src ${HUB};`] },
      ],
    })
  })
})

/** As government portals, content management systems and servers write them. */
const PASTED = {
  'the answer’s headers, as a browser’s tools show them': `HTTP/2 200
server: nginx
content-security-policy: default-src 'self' https:; img-src 'self' data:
x-frame-options: SAMEORIGIN
content-security-policy-report-only: default-src 'none'; report-uri /csp
strict-transport-security: max-age=31536000`,
  'a value over several lines': `Content-Security-Policy:
  default-src 'self' https:;
  img-src 'self' data:
X-Content-Type-Options: nosniff`,
  'a meta tag': `<meta http-equiv="Content-Security-Policy" content="default-src 'self' https:; img-src &#39;self&#39; data:">`,
  nginx: `add_header Content-Security-Policy "default-src 'self' https:; img-src 'self' data:" always;`,
  Apache: `Header always set Content-Security-Policy "default-src 'self' https:; img-src 'self' data:"`,
  IIS: `<add name="Content-Security-Policy" value="default-src 'self' https:; img-src 'self' data:" />`,
  PHP: `header("Content-Security-Policy: default-src 'self' https:; img-src 'self' data:");`,
  'the bare value': `default-src 'self' https:; img-src 'self' data:`,
}

describe('the policy doctor reads', () => {
  it.each(Object.entries(PASTED))('%s', (_, pasted) => {
    expect(ask(pasted)).toMatchObject({
      policies: 1,
      changes: [{ policy: 1, lines: [`img-src 'self' data: ${HUB};`] }],
      verdicts: { image: 'with-lines', element: 'with-lines', frame: 'as-is' },
    })
  })

  it('a policy that only reports as one that blocks nothing', () => {
    expect(ask("Content-Security-Policy-Report-Only: default-src 'none'")).toEqual({
      changes: [],
      verdicts: { image: 'as-is', element: 'as-is', frame: 'as-is' },
      policies: 0,
      reportOnly: 1,
    })
  })

  it('headers without a policy as no rule', () => {
    expect(ask('HTTP/1.1 200 OK\nX-Frame-Options: DENY\nServer: Microsoft-IIS/8.5').verdicts.frame).toBe(
      'as-is',
    )
  })

  it('what NukeViet sends when its policy is switched on', () => {
    const nukeviet =
      "Content-Security-Policy: default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' *.google.com; style-src 'self' 'unsafe-inline'; img-src 'self' data: *.google.com; frame-src 'self' *.youtube.com; connect-src 'self'; form-action 'self'; base-uri 'self';"
    expect(linesFor(nukeviet)).toEqual([
      `img-src 'self' data: *.google.com ${HUB};`,
      `script-src 'self' 'unsafe-inline' 'unsafe-eval' *.google.com ${HUB};`,
      `connect-src 'self' ${HUB};`,
      `frame-src 'self' *.youtube.com ${HUB};`,
    ])
  })
})
