import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

/** Entries of the fault catalogue that are due so far: how many each family has, or which. */
const DUE: Record<string, number[]> = {
  IMP: upTo(7),
  CACHE: upTo(2),
  REDIS: upTo(5),
  LIM: upTo(3),
  JWT: upTo(7),
  AUTH: upTo(7),
  SCH: upTo(4),
  JOB: upTo(5),
  OBS: upTo(3),
  OPS: [1],
  NPL: upTo(2),
  OUT: upTo(4),
  SEC: [...upTo(19), 31],
  SOAK: [1],
  MAIL: upTo(2),
  REP: [1],
  INV: upTo(13),
  IDEM: upTo(5),
  PAY: upTo(14),
  FC: [1],
  DB: upTo(11),
  REC: [4],
  SCR: upTo(4),
}

test.group('The fault catalogue', () => {
  test('every entry that is due has a test that begins with its name', ({ assert }) => {
    const root = app.makePath('tests')
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => readFileSync(join(root, name), 'utf8'))
      .join('\n')
    const missing = Object.entries(DUE)
      .flatMap(([family, numbers]) => numbers.map((n) => `${family}-${String(n).padStart(2, '0')}`))
      // A test of several begins with all of their names.
      .filter(
        (id) => !new RegExp(`test\\(\\s*['\`]([A-Z]+-\\d+, )*${id}(, [A-Z]+-\\d+)*: `).test(sources)
      )
    assert.deepEqual(missing, [])
  })
})

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
