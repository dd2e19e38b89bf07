import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { together } from '#app/platform/database/together'
import { statementsDuring } from '#tests/support/statements'

test.group('Together', (group) => {
  group.each.setup(async () => {
    await sql('drop table if exists shared_work')
    await sql('create table shared_work (asked integer check (asked <> 13))')
    return async () => void (await sql('drop table shared_work'))
  })

  const write = together(async (asked: readonly number[]) => {
    const rows = await sql<{ asked: number }>(
      'insert into shared_work select jsonb_array_elements_text($1)::int returning asked',
      [JSON.stringify(asked)]
    )
    return rows.map((row) => row.asked * 2)
  })
  const written = async () => {
    const rows = await sql<{ asked: number }>('select asked from shared_work order by 1')
    return rows.map((row) => row.asked)
  }

  test('those who ask in the same turn are answered by one statement, each with their own', async ({
    assert,
  }) => {
    let answers: number[] = []
    const statements = await statementsDuring(async () => {
      answers = await Promise.all([3, 1, 2].map(write))
    })
    assert.deepEqual(answers, [6, 2, 4])
    assert.lengthOf(statements, 1)
  })

  test('seventeen are two statements', async ({ assert }) => {
    const asked = Array.from({ length: 17 }, (_, nth) => nth + 20)
    const statements = await statementsDuring(() => Promise.all(asked.map(write)))
    assert.lengthOf(statements, 2)
  })

  test('what fails for one fails for none of the others, and nothing is done twice', async ({
    assert,
  }) => {
    const [one, wrong, two] = await Promise.allSettled([1, 13, 2].map(write))
    assert.deepEqual(
      [one, two],
      [
        { status: 'fulfilled', value: 2 },
        { status: 'fulfilled', value: 4 },
      ]
    )
    assert.equal(wrong.status === 'rejected' && (wrong.reason as { code: string }).code, '23514')
    assert.deepEqual(await written(), [1, 2])
  })

  test('what may have been done when the server went is not tried again', async ({ assert }) => {
    let times = 0
    const cut = together(async (asked: readonly number[]) => {
      times++
      // As a server says it that is stopped: an error of the line alone would be left to whoever comes next.
      await sql(`do $$ begin raise exception using errcode = '57P01'; end $$`)
      return [...asked]
    })
    const outcomes = await Promise.allSettled([1, 2].map(cut))
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'rejected']
    )
    assert.equal(times, 1)
  })
})
