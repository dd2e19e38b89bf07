import { gzipSync } from 'node:zlib'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { customerBearer } from '#tests/support/customers'
import { everyPage, type VisitedPage } from '#tests/support/every_page'
import { clearShop, fillShop, LISTED } from '#tests/support/full_shop'
import { apiDocument } from '#tests/support/api_contract'
import { bearer, createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { pagePatterns } from '#tests/support/xss/crawl'
import { loggedIn } from '#tests/support/web_visitor'

const SHOP = `http://${process.env.HOST}:${process.env.PORT}`
const MOST_BYTES = 25_000

/** Rows that stay: enough that whatever is read of a row is read at all. */
const FEW = 3

/** Who writes is named by one question for each kind of author, and fewer rows have fewer kinds. */
const KINDS = 2

/**
 * Pages about one thing without a way to the log: orders and stock tell their own events and movements, papers are
 * never changed, and what machines have worked out is nobody's change.
 */
const WITHOUT_HISTORY = [
  ...['/admin/orders/:number', '/admin/shipments/orders/:number', '/admin/stock/:id'],
  ...['/admin/invoices/:number', '/admin/forecasts/:id', '/admin/prospector/runs/:id'],
  '/admin/leads/:id/merge/:otherId',
]

test.group('Every page of the back office', (group) => {
  let pages: Map<string, VisitedPage>

  group.setup(async () => {
    await fillShop()
    await sql('create table kept_concepts as table concepts')
    pages = await everyPage(await loggedIn(await createStaff()))
    return async () => {
      await clearShop()
      await restoreConcepts()
    }
  })

  test('weighs at most 25 kB, gzipped', async ({ assert }) => {
    assert.isAbove(pages.size, 60)
    const heavy = [...pages.values()]
      .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }))
      .filter(({ bytes }) => bytes > MOST_BYTES)
    assert.deepEqual(heavy, [])
  })

  test('runs and looks like nothing that is not ours', ({ assert }) => {
    const open = [...pages.values()].filter(({ headers }) => {
      const policy = headers.get('content-security-policy') ?? ''
      if (/(^|; )sandbox($|;)/.test(policy)) return /script-src|allow-/.test(policy)
      const directives = new Map(policy.split(';').map((one) => directiveOf(one.trim())))
      const sources = [directives.get('script-src'), directives.get('style-src')]
      const isStrict = sources.every((one) => one?.startsWith(`'self' 'nonce-`))
      return !isStrict || /unsafe|script-src-(attr|elem)|https?:\/\/|\*/.test(policy)
    })
    assert.deepEqual(
      open.map(({ path, headers }) => [path, headers.get('content-security-policy')]),
      []
    )
  })

  test('of one thing leads to the history of that thing', ({ assert }) => {
    const records = [...pages.values()].filter(({ pattern }) => /:\w+$/.test(pattern))
    assert.isAbove(records.length, 20)
    const without = records.filter(
      ({ html, path }) =>
        !html.includes('/admin/audit?entity=') && !html.includes(`${path}/history"`)
    )
    assert.includeMembers(
      WITHOUT_HISTORY,
      without.map(({ pattern }) => pattern)
    )
  })

  test('NPL-01: a list asks as many questions for many rows as for few', async ({ assert }) => {
    const owner = await loggedIn(await createStaff())
    const tokenFor = await tokensOfApi()
    const paths = pagePatterns().filter((pattern) => !/:|\.\w+$|\/(new|login)/.test(pattern))
    const lists = [
      ...paths.map((path) => ({ path, visit: () => owner.get(path) })),
      ...listsOfApi().map((path) => ({ path, visit: () => asked(path, tokenFor(path)) })),
    ]
    assert.isAbove(lists.length, paths.length + 40)
    const many = await statementsOf(lists)
    assert.deepEqual(await shortTables(), [], 'there are many rows')
    await keepFew()
    const few = await statementsOf(lists)
    const grown = lists
      .map(({ path }) => ({ path, few: few.get(path)!, many: many.get(path)! }))
      .filter((list) => list.many > list.few + KINDS)
    assert.deepEqual(grown, [])
  })
})

/** The name of a directive, and what it allows. */
const directiveOf = (directive: string): [string, string] => {
  const [name, ...sources] = directive.split(' ')
  return [name, sources.join(' ')]
}

type List = { path: string; visit: () => Promise<unknown> }

async function statementsOf(lists: List[]) {
  const counts = new Map<string, number>()
  for (const { path, visit } of lists) {
    await sql('delete from token_buckets')
    counts.set(path, await statementsOfVisit(visit))
  }
  return counts
}

/** Addresses of the API that answer a page of rows without being told which. */
function listsOfApi(): string[] {
  return Object.entries(apiDocument().paths)
    .filter(([path, { get }]) => get && !path.includes('{') && takesLimit(get))
    .map(([path]) => path)
}

const takesLimit = ({ parameters = [] }: { parameters?: { name: string; required?: boolean }[] }) =>
  parameters.some(({ name }) => name === 'limit') && parameters.every(({ required }) => !required)

/** Staff, and on the routes of the storefront a customer, who has ordered a lot. */
async function tokensOfApi(): Promise<(path: string) => string> {
  const { token: staff } = await bearer('owner')
  const { customer, token: buyer } = await customerBearer()
  await sql('update orders set customer_id = $1 where id in (select id from orders limit 30)', [
    customer.id,
  ])
  return (path) => (path.startsWith('/api/v1/') ? buyer : staff)
}

/** No answer is kept from the time before: each is asked with another limit. */
let asks = 0

async function asked(path: string, token: string) {
  const { status } = await fetch(`${SHOP}${path}?limit=${30 + (asks++ % 60)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

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

/** Takes all but the last few rows out of what is listed, and leaves what hangs on them: lists lose it with them. */
async function keepFew() {
  await db.transaction(async (trx) => {
    await trx.rawQuery('set local session_replication_role = replica')
    for (const table of [...LISTED, 'concepts']) {
      // A product without its brand is none.
      const kept =
        table === 'brands'
          ? 'select ctid from brands where id in (select brand_id from products)'
          : `select ctid from ${table} order by ctid desc limit ${FEW}`
      await trx.rawQuery(`delete from ${table} where ctid not in (${kept})`)
    }
  })
}
