import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { conceptQuery, deleteConcept, writeConcept } from '#app/search/words/synonyms'
import { writeWords } from '#app/search/words/write_words'
import { emptyCatalogue } from '#tests/support/catalogue'

const STAFF = { actor: 'staff:1', source: 'ui' } as const

test.group('Words that a later version brings', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await writeWords()
    return () => emptyCatalogue()
  })

  const termsOf = async (code: string) => {
    const { synonyms } = await conceptQuery(code)
    return synonyms.map(({ term }) => term)
  }

  /** As a shop has it whose version does not know the word yet. */
  const forget = (code: string, term: string) =>
    sql(
      `with gone as (delete from synonyms where term = $2)
       delete from words_given where code = $1 and term_norm = fold_words($2)`,
      [code, term]
    )

  test('are added to what the shop has', async ({ assert }) => {
    await forget('silencer', 'chakman')
    await sql(`delete from concepts where code = 'wing'`)
    await sql(`delete from words_given where code = 'wing'`)
    await writeWords()
    assert.include(await termsOf('silencer'), 'chakman')
    assert.include(await termsOf('wing'), 'garde-boue')
  })

  test('bring nothing back that staff have removed', async ({ assert }) => {
    const silencer = await conceptQuery('silencer')
    const kept = silencer.synonyms.filter(({ term }) => term !== 'pot')
    await writeConcept({ ...silencer, synonyms: kept }, STAFF)
    await deleteConcept('wing', STAFF)
    await writeWords()
    assert.notInclude(await termsOf('silencer'), 'pot')
    await assert.rejects(() => conceptQuery('wing'))
  })

  test('leave a word where staff have put it', async ({ assert }) => {
    await forget('silencer', 'chakman')
    const catalyst = await conceptQuery('catalytic_converter')
    const synonyms = [...catalyst.synonyms, { term: 'chakman', language: 'arabizi' as const }]
    await writeConcept({ ...catalyst, synonyms }, STAFF)
    await writeWords()
    assert.notInclude(await termsOf('silencer'), 'chakman')
    assert.include(await termsOf('catalytic_converter'), 'chakman')
  })

  test('end no answer when there are none', async ({ assert }) => {
    const epoch = () => sql<{ epoch: string }>(`select epoch from cache_epochs where tag = 'words'`)
    const before = await epoch()
    await writeWords()
    assert.deepEqual(await epoch(), before)
  })
})
