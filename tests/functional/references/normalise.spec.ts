import { test } from '@japa/runner'
import fc from 'fast-check'
import { sql } from '#app/platform/database/sql'
import { normaliseNumber } from '#app/references/normalise'
import { VECTORS } from '#tests/support/part_number_vectors'

/** What PostgreSQL's `norm_ref()` makes of each spelling. */
async function inDatabase(spellings: string[]): Promise<string[]> {
  const rows = await sql<{ normalised: string }>(
    `select norm_ref(spelling) as normalised
     from unnest($1::text[]) with ordinality as s (spelling, place) order by place`,
    [spellings]
  )
  return rows.map(({ normalised }) => normalised)
}

test.group('Normalised part numbers', () => {
  const spellings = VECTORS.map(([spelling]) => spelling)
  const expected = VECTORS.map(([, normalised]) => normalised)

  test('TypeScript and SQL agree on the vectors', async ({ assert }) => {
    assert.deepEqual(spellings.map(normaliseNumber), expected)
    assert.deepEqual(await inDatabase(spellings), expected)
  })

  test('they agree on anything else, and do nothing the second time', async ({ assert }) => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((value) => !value.includes('\0'))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (values) => {
        const ours = values.map(normaliseNumber)
        assert.deepEqual(await inDatabase(values), ours)
        assert.deepEqual(ours.map(normaliseNumber), ours)
      }),
      { numRuns: 50 }
    )
  })
})
