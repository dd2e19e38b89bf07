import { gzipSync } from 'node:zlib'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { everyPage } from '#tests/support/every_page'
import { clearShop, fillShop, LISTED } from '#tests/support/full_shop'
import { createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { pagePatterns } from '#tests/support/xss/crawl'
import { loggedIn } from '#tests/support/web_visitor'

const MOST_BYTES = 25_000

/** Rows that stay: enough that whatever is read of a row is read at all. */
const FEW = 3

/** Who writes is named by one question for each kind of author, and fewer rows have fewer kinds. */
const KINDS = 2

test.group('Every page of the back office', (group) => {
  group.each.timeout(300_000)
  group.setup(async () => {
    await fillShop()
    await sql('create table kept_concepts as table concepts')
    return async () => {
      await clearShop()
      await restoreConcepts()
    }
  })

  test('weighs at most 25 kB, gzipped', async ({ assert }) => {
    const pages = await everyPage(await loggedIn(await createStaff()))
    assert.isAbove(pages.size, 60)
    const heavy = [...pages.values()]
      .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }))
      .filter(({ bytes }) => bytes > MOST_BYTES)
    assert.deepEqual(heavy, [])
  })

  test('NPL-01: a list asks as many questions for many rows as for few', async ({ assert }) => {
    const owner = await loggedIn(await createStaff())
    const lists = pagePatterns().filter((pattern) => !/:|\.\w+$|\/(new|login)/.test(pattern))
    const many = await statementsOf(lists)
    assert.deepEqual(await shortTables(), [], 'there are many rows')
    await keepFew()
    const few = await statementsOf(lists)
    const grown = lists
      .map((path) => ({ path, few: few.get(path)!, many: many.get(path)! }))
      .filter((list) => list.many > list.few + KINDS)
    assert.deepEqual(grown, [])

    async function statementsOf(paths: string[]) {
      const counts = new Map<string, number>()
      for (const path of paths) {
        await sql('delete from token_buckets')
        counts.set(path, await statementsOfVisit(() => owner.get(path)))
      }
      return counts
    }
  })
})

const MANY = 10

async function shortTables(): Promise<string[]> {
  const short: string[] = []
  for (const table of LISTED) {
    const [{ rows }] = await sql<{ rows: number }>(`select count(*)::int as rows from ${table}`)
    if (rows < MANY) short.push(`${table} ${rows}`)
  }
  return short
}

/** The words of the shop are no test's: others search with them. */
async function restoreConcepts() {
  await db.transaction(async (trx) => {
    await trx.rawQuery('set local session_replication_role = replica')
    await trx.rawQuery(
      'insert into concepts overriding system value select * from kept_concepts on conflict do nothing'
    )
    await trx.rawQuery('drop table kept_concepts')
  })
}

/** Takes all but a few rows out of what is listed, and leaves what hangs on them: lists lose it with them. */
async function keepFew() {
  await db.transaction(async (trx) => {
    await trx.rawQuery('set local session_replication_role = replica')
    for (const table of [...LISTED, 'concepts']) {
      const kept = `select ctid from ${table} order by ctid limit ${FEW}`
      await trx.rawQuery(`delete from ${table} where ctid not in (${kept})`)
    }
  })
}
