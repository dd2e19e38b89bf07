import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { orderPalette } from '#app/orders/desk/order_palette'
import { ordersQuery } from '#app/orders/desk/orders_query'
import { emptyCatalogue } from '#tests/support/catalogue'
import { placedOrder } from '#tests/support/purchases'
import { bearer, createStaff } from '#tests/support/staff'
import { type Statement, statementsDuring } from '#tests/support/statements'
import { loggedIn } from '#tests/support/web_visitor'

const VOLUME = 100_000
const MOST_READ = 2_000

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Plans'?: Plan[]
}

test.group('Orders are found', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('by part of a name or telephone and by the end of a number, on the page, in JSON and the palette', async ({
    client,
    assert,
  }) => {
    const ofSonia = await orderOf('Sonia Ben Hélène', '+21698765432')
    const ofSalmi = await orderOf('محمد السالمي', '+21655111222')
    const { token } = await bearer('counter')
    const visitor = await loggedIn(await createStaff('counter'))
    const running = String(Number(ofSonia.split('-')[2]))
    for (const [q, numbers] of [
      ['sonia', [ofSonia]],
      ['HELENE  so', [ofSonia]],
      ['elèn', [ofSonia]],
      ['be', [ofSonia]],
      ['en', []],
      ['sonia salmi', []],
      ['سالمي', [ofSalmi]],
      ['السالمى', [ofSalmi]],
      ['765 432', [ofSonia]],
      ['1112', [ofSalmi]],
      ['98 765 432', [ofSonia]],
      [ofSonia.toLowerCase(), [ofSonia]],
      [ofSonia.slice('SAP-'.length), [ofSonia]],
      [running.padStart(6, '0'), [ofSonia]],
      ['%', []],
      ['_____', []],
    ] as const) {
      const listed = await client.get('/api/admin/orders').qs({ q }).bearerToken(token)
      assert.deepEqual(listed.body().data.map(numberOf), numbers, `JSON: ${q}`)
      const html = await visitor.htmlOf(`/admin/orders?q=${encodeURIComponent(q)}`)
      const links = html.matchAll(/href="\/admin\/orders\/(SAP-[\d-]+)"/g)
      assert.deepEqual(
        [...new Set([...links].map(([, number]) => number))],
        [...numbers],
        `page: ${q}`
      )
      const palette = await orderPalette(q, 'fr')
      assert.deepEqual(
        palette.map(({ label }) => label),
        numbers,
        `palette: ${q}`
      )
    }
  })

  test('among very many without reading them all, a page at a time', async ({ assert }) => {
    const rare = await orderOf('Zoubeir Khlifi', '+21698765432')
    await db.transaction(async (trx) => {
      await sql('set local statement_timeout = 0', [], trx)
      await sql(MANY_ORDERS, [VOLUME], trx)
    })
    await sql('analyze orders')
    await sql('analyze order_contacts')
    for (const q of ['zoubeir', 'khlifi zou', 'mohamed', 'mo', 'ben ali', '8765', '000123', rare]) {
      const [statement] = await statementsDuring(() => ordersQuery({ q }, 50))
      const plan = await planOf(statement)
      assert.isBelow(rowsRead(plan), MOST_READ, `${q}\n${JSON.stringify(plan, null, 1)}`)
      assert.isEmpty(
        nodesOf(plan).filter((node) => node['Node Type'].endsWith('Seq Scan')),
        q
      )
    }
    const first = await ordersQuery({ q: 'mohamed' }, 50)
    const second = await ordersQuery({ q: 'mohamed' }, 50, first.nextCursor ?? '')
    assert.lengthOf(second.page, 50)
    assert.isBelow(second.page[0].id, first.page[49].id)
    const found = await ordersQuery({ q: 'zoubeir' }, 50)
    assert.deepEqual(found.page.map(numberOf), [rare])
  })
})

/** An order of somebody. */
async function orderOf(fullName: string, phone: string): Promise<string> {
  const { number } = await placedOrder()
  await sql(
    `update order_contacts set full_name = $2, phone = $3
     where order_id = (select id from orders where number = $1)`,
    [number, fullName, phone]
  )
  return number
}

const numberOf = ({ number }: { number: string }) => number

async function planOf({ text, values }: Statement): Promise<Plan> {
  const [row] = await sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, format json) ${text}`,
    values
  )
  return row['QUERY PLAN'][0].Plan
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** How many rows any step has had in hands. */
const rowsRead = (plan: Plan) =>
  Math.max(
    ...nodesOf(plan).map(
      (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    )
  )

const COPIED = `version, state, payment_state, delivery_state, payment_method, shipping_option, governorate, locale,
  pieces, subtotal, discount, shipping, tax, total, placed_at, state_since`

/** Orders of a few people with frequent names; `$1` is how many. */
const MANY_ORDERS = /* sql */ `
  with made as (
    insert into orders (number, ${COPIED})
    select 'SAP-2025-' || lpad(n::text, 6, '0'), ${COPIED}
    from (select * from orders limit 1) o, generate_series(1, $1::int) n
    returning id
  )
  insert into order_contacts (order_id, full_name, phone, delegation, address)
  select id, (array['Mohamed Ben Ali', 'Fatma Trabelsi', 'Ahmed Gharbi', 'Mohamed Amine Jaziri'])[1 + id % 4],
    '+2162' || lpad((id * 7919 % 10000000)::text, 7, '0'), 'Sfax Ville', 'rue 1' from made`
