import { test } from '@japa/runner'
import { promised, repeats } from '#tests/depth'
import { regexLiterals } from '#tests/support/regex_literals'

const LENGTH = 50_000
const MOST_MS = promised(10)

/**
 * What makes backtracking explode: long runs of what the expression itself names, alone, in pairs and
 * after each other, ended by what it does not expect.
 */
function attacksOn({ source }: RegExp): string[] {
  const plain = source.replace(/\\[a-zA-Z]|\(\?<?[:=!]|[()[\]{}|*+?^$]/g, '\n').replaceAll('\\', '')
  const words = [...new Set([...plain.split('\n'), ...source.replace(/\W/g, '')])].filter(Boolean)
  const pumps = [...words, ' ', '\n', '\t', 'a', '0', '_', 'é', 'ط', '<', '"', '(', '[', '{', '|']
  const pairs = words.slice(0, repeats(2, 12)).flatMap((word) => pumps.map((pump) => word + pump))
  return [...new Set([...pumps, ...pairs, 'a ', '0.', '\r\n', '://a.'])].flatMap((pump) => {
    const run = pump.repeat(LENGTH / pump.length)
    const half = run.slice(0, LENGTH / 2)
    return [run, `${run}!`, `x${run}\0`, `${run} x`, half + ' '.repeat(LENGTH / 2)]
  })
}

/** As it is used: a global one finds everything there is. The quickest of many, so that a busy machine is no excuse. */
function timeOf(regex: RegExp, text: string): number {
  let best = Infinity
  for (let attempt = 0; attempt < 20 && best >= MOST_MS; attempt++) {
    const started = performance.now()
    if (regex.global) text.replace(regex, '')
    else regex.test(text)
    best = Math.min(best, performance.now() - started)
  }
  return best
}

test.group('Regular expressions', () => {
  const { literals, built } = regexLiterals()

  test('SEC-03: {at} {regex} reads any 50 kB at once')
    .with(literals)
    .run(({ assert }, { regex }) => {
      for (const text of attacksOn(regex)) {
        const ms = timeOf(regex, text)
        assert.isBelow(ms, MOST_MS, JSON.stringify(text.slice(0, 6)))
      }
    })

  test('SEC-03: none is built from what somebody sent', ({ assert }) => {
    // Names of attributes, makes and brands, and pieces of patterns, written in our own code or escaped.
    assert.deepEqual(
      [...new Set(built.map((at) => at.split(':')[0]))],
      [
        'app/imports/runs/import_wording.ts',
        'app/imports/vehicles/years.ts',
        'app/platform/http/one_of.ts',
        'app/platform/tabular/xml_tokens.ts',
        'app/prospector/reader/emails_in_text.ts',
        'app/prospector/reader/mentions.ts',
        'app/prospector/reader/name_in_copyright.ts',
        'app/prospector/reader/name_in_sentence.ts',
        'app/prospector/reader/segment_of_page.ts',
      ]
    )
    assert.isAbove(literals.length, 50)
  })
})
