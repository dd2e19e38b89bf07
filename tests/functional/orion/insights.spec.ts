import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { forecastQuery, leadQuantile } from '#app/orion/forecasts/forecasts_query'
import { closeInsight } from '#app/orion/insights/close_insight'
import { INSIGHT_KINDS, insightsQuery } from '#app/orion/insights/insights_query'
import { refreshInsights } from '#app/orion/insights/refresh_insights'
import { acceptProposals, declineProposals } from '#app/orion/proposals/answer_proposals'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { refreshProposals } from '#app/orion/proposals/refresh_proposals'
import { trainModels } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'
import { writeOffer } from '#app/purchasing/write_offer'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import { complaintAbout } from '#tests/support/api_contract'
import { newSupplier } from '#tests/support/purchasing'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'
import { waitUntil } from '#tests/wait_until'

const work = { today: TODAY }
const insights = async () => {
  const { page } = await insightsQuery({}, 100)
  return page
}
const proposals = async () => {
  const { page } = await proposalsQuery({}, 100)
  return page
}
const productOf = async (sku: string) => {
  const [{ id }] = await sql<{ id: number }>('select id from products where sku = $1', [sku])
  return id
}

/** P-1 sells ten a month and there are three; P-2 has died, with 50 left; P-3 rose; P-4 fell before months in which it never sells; P-5 was out of stock, P-9 and P-10 half of the time. */
const SHAPES: Record<number, (month: number) => number> = {
  1: () => 10,
  2: (month) => (month === 0 ? 1 : 0),
  3: (month) => (month === 23 ? 30 : 4),
  4: (month) => (month % 12 < 3 || month > 20 ? 0 : 12),
  5: (month) => (month < 16 ? 6 : 0),
  6: () => 5,
  7: () => 5,
  8: () => 5,
  9: () => 6,
  10: () => 6,
}

/** What P-6, P-7 and P-8 sold at a price, and how many prices there were: only the first follows five prices. */
const PRICED: [sku: string, prices: number, elasticity: number][] = [
  ['P-6', 5, -2],
  ['P-7', 5, 0],
  ['P-8', 3, -2],
]

async function priced() {
  for (const [sku, prices, elasticity] of PRICED) {
    await sql(
      `update sales_history s set unit_price = m.price,
         quantity = round(5 * power(m.price / 50000.0, $3::float8)) + m.id % 3
       from (select id, month, (40000 + 5000 * (month % $2::int))::bigint as price
         from (select h.id, extract(month from h.sold_on)::int as month from sales_history h
           join products p on p.id = h.product_id and p.sku = $1) own) m
       where m.id = s.id`,
      [sku, prices, elasticity]
    )
  }
}

/** Sessions that wait for somebody's lock. */
async function waiting(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(distinct l.pid)::int as count from pg_locks l join pg_stat_activity a using (pid)
     where not l.granted and a.datname = current_database()`
  )
  return count
}

/** P-6 has been there for eleven months; before, there was a part that it replaced. */
async function replaced() {
  await sql(
    `with former as (
       insert into products (sku, slug, brand_id, name_fr, price, status, superseded_by_id)
       select 'P-6-OLD', 'p-6-old', brand_id, name_fr, price, 'archived', id from products where sku = 'P-6' returning id
     )
     update sales_history s set product_id = former.id from former, products p
     where p.sku = 'P-6' and s.product_id = p.id and s.sold_on < '2025-12-01'`
  )
}

async function stocked(sku: string, pieces: number) {
  await sql(
    `insert into stock_levels (product_id, location_id, on_hand)
     select p.id, l.id, $2 from products p, locations l where p.sku = $1 and l.code = 'depot'`,
    [sku, pieces]
  )
}

test.group('Insights and proposals', (group) => {
  group.setup(async () => {
    await emptyOrion()
    await sellingProducts(20, (product, month) => SHAPES[product]?.(month) ?? (product + month) % 2)
    await priced()
    await replaced()
    await stocked('P-1', 3)
    await stocked('P-2', 50)
    await sql(
      `insert into stock_movements (product_id, location_id, quantity, cause, actor, at)
       select p.id, l.id, m.pieces, 'stock_take', 'test', m.at::timestamptz
       from products p, locations l, (values (1, '2025-01-01'), (-1, '2026-03-01')) m (pieces, at)
       where p.sku = 'P-5' and l.code = 'depot'`
    )
    await sql(
      `insert into stock_movements (product_id, location_id, quantity, cause, actor, at)
       select p.id, l.id, m.pieces, 'stock_take', 'test',
         ('2024-11-01'::timestamp + make_interval(months => n, days => m.days)) at time zone 'Africa/Tunis'
       from products p, locations l, generate_series(0, 23) n, (values (1, 0), (-1, 17)) m (pieces, days)
       where p.sku in ('P-9', 'P-10') and l.code = 'depot'`
    )
    await sql(`update products set orderable = true where sku = 'P-10'`)
    const supplier = await newSupplier({ leadDays: 10 })
    await writeOffer(
      { supplierId: supplier.id, productId: await productOf('P-1') },
      { cost: 30_000, pack: 4, minimum: 8 },
      TESTING
    )
    await trainModels(work)
    await forecastDemand(work)
  })
  group.teardown(() => emptyOrion())

  test('each kind is found, with its arithmetic, the most money first', async ({ assert }) => {
    const found = await insights()
    const of = (sku: string, kind: string) =>
      found.find((one) => one.sku === sku && one.kind === kind)
    const restock = of('P-1', 'restock')!
    assert.include(restock.arithmetic, { available: 3, incoming: 0, simpleRule: true })
    assert.equal(restock.value, Number(restock.arithmetic.missing) * 50_000)
    const dead = of('P-2', 'dead_stock')!
    assert.equal(dead.value, 50 * 30_000)
    assert.isAbove(Number(dead.arithmetic.chance), 0.8)
    assert.include(of('P-3', 'spike')!.arithmetic, { recent: 30, average: 4 })
    const decline = of('P-4', 'decline')!
    assert.include(decline.arithmetic, { average: 6, soldMonths: 6, months: 3, price: 50_000 })
    const expected = Number(decline.arithmetic.expected)
    assert.isBelow(expected, 3)
    assert.closeTo(decline.value, (6 - expected) * 3 * 50_000, 1)
    assert.isUndefined(of('P-1', 'decline'))
    const lost = of('P-5', 'lost_sales')!
    assert.include(lost.arithmetic, { average: 6, days: 245 })
    // Two weeks of each of twelve: no month is unknown, and yet much was lost.
    const halves = of('P-9', 'lost_sales')!
    assert.include(halves.arithmetic, { average: 6, days: 161, price: 50_000 })
    assert.closeTo(halves.value, ((6 * 12) / 365) * 161 * 50_000, 1)
    assert.isUndefined(of('P-10', 'lost_sales'))
    assert.isUndefined(of('P-1', 'dead_stock'))
    const values = found.map(({ value }) => value)
    assert.deepEqual(
      [...values].sort((one, other) => other - one),
      values
    )
  })

  test('a run of fewer months finds the same, reckoned with a whole year', async ({ assert }) => {
    const told = async () => {
      const found = await insights()
      return found.map(({ id, kind, sku, value }) => ({ id, kind, sku, value }))
    }
    const before = await told()
    await forecastDemand({ ...work, horizon: 1 })
    assert.deepEqual(await told(), before)
    await forecastDemand(work)
  })

  test('a part whose demand follows its price is told, with its interval; others are not', async ({
    assert,
  }) => {
    const found = await insights()
    const sensitive = found.filter(({ kind }) => kind === 'price_sensitive')
    assert.deepEqual(
      sensitive.map(({ sku }) => sku),
      ['P-6']
    )
    const [{ arithmetic, value }] = sensitive
    const { elasticity, low, high, pieces, average } = arithmetic as Record<string, number>
    assert.include(arithmetic, { levels: 5, soldMonths: 24, step: 0.05, price: 50_000 })
    assert.isTrue(low < elasticity && elasticity < high && high < 0)
    assert.closeTo(elasticity, -2, 0.8)
    assert.closeTo(pieces, average * 3 * -elasticity * 0.05, 1e-9)
    assert.closeTo(value, pieces * 50_000, 1)
  })

  test('each stands on the page with its figures and one action, whose page opens', async ({
    assert,
  }) => {
    const owner = await loggedIn(await createStaff('owner'))
    for (const locale of ['fr', 'ar', 'en']) {
      for (const kind of INSIGHT_KINDS) {
        const { html } = await owner.get(`/admin/insights?kind=${kind}&locale=${locale}`)
        const rows = html.split('<tr>').filter((row) => row.includes('name="status"'))
        assert.isNotEmpty(rows, kind)
        const actions = rows.map((row) => row.match(/<a class="button[^>]*href="[^"]+"/g) ?? [])
        for (const of of actions) assert.lengthOf(of, 1, kind)
        assert.notMatch(rows.join(), /translation missing|\{\w+\}/, `${kind} in ${locale}`)
        const href = /href="([^"]+)"/.exec(actions[0][0])![1]
        const opened = await owner.get(href)
        assert.equal(opened.status, 200, `${kind}: ${href}`)
      }
    }
  })

  test('the next run changes figures and doubles nothing; what is closed stays closed', async ({
    assert,
  }) => {
    const before = await insights()
    const spike = before.find(({ kind }) => kind === 'spike')!
    await closeInsight(spike.id, 'dismissed', TESTING)
    await assert.rejects(() => closeInsight(spike.id, 'done', TESTING))
    await forecastDemand(work)
    const after = await insights()
    assert.sameMembers(
      after.map(({ id }) => id),
      before.map(({ id }) => id).filter((id) => id !== spike.id)
    )
  })

  test('a proposal fills up to the quantile of its class in packs, once, and follows what is there', async ({
    assert,
  }) => {
    const [only, ...others] = await proposals()
    assert.isEmpty(others)
    const { upTo, missing, ...rest } = only.arithmetic
    assert.include(rest, { class: 'A', available: 3, pack: 4, minimum: 8, leadDays: 17 })
    const forecast = await forecastQuery({ sku: 'P-1' })
    assert.equal(upTo, leadQuantile(forecast!, 0.95))
    assert.equal(missing, upTo - 3)
    assert.equal(only.quantity, Math.ceil(Math.max(8, missing) / 4) * 4)
    await sql(`update stock_levels set on_hand = 5 where product_id = $1`, [only.productId])
    await forecastDemand(work)
    const [again, ...doubled] = await proposals()
    assert.isEmpty(doubled)
    assert.equal(again.id, only.id)
    assert.equal(again.arithmetic.available, 5)
  })

  test('the budget marks what it does not reach', async ({ assert }) => {
    await sql('update forecast_settings set budget = 1000')
    await forecastDemand(work)
    await sql('update forecast_settings set budget = null')
    const [only] = await proposals()
    assert.isFalse(only.withinBudget)
  })

  test('accepted twice at once it is ordered once, on the draft of the supplier, and not proposed again', async ({
    assert,
  }) => {
    const [{ id, sku, quantity }] = await proposals()
    const answers = await Promise.all([
      acceptProposals([id], TESTING),
      acceptProposals([id], TESTING),
    ])
    const [drafted, ...more] = answers.flat()
    assert.isEmpty(more)
    const order = await purchaseOrderQuery(drafted.number)
    assert.equal(order.state, 'draft')
    assert.deepEqual(
      order.lines.map((line) => [line.sku, line.ordered, line.cost]),
      [[sku, quantity, 30_000]]
    )
    await forecastDemand(work)
    assert.isEmpty(await proposals())
  })

  test('what is answered while a run writes is not found anew', async ({ assert }) => {
    await sql('delete from purchase_orders')
    await forecastDemand(work)
    const [{ id, sku }] = await proposals()
    const before = await insights()
    const insight = before.find((one) => one.sku === sku && one.kind === 'restock')!
    const [{ run }] = await sql<{ run: number }>('select run_id as run from forecast_state')
    const desk = await db.transaction()
    await sql('lock table audit_log in share mode', [], desk)
    const answers = Promise.all([
      acceptProposals([id], TESTING),
      closeInsight(insight.id, 'done', TESTING),
    ])
    await waitUntil('both answers are about to commit', async () => (await waiting()) === 2)
    const refreshed = db.transaction(async (trx) => {
      await refreshInsights(run, trx)
      await refreshProposals(run, trx)
    })
    await waitUntil('the run comes to what is answered', async () => (await waiting()) === 3)
    await desk.commit()
    await Promise.all([answers, refreshed])
    assert.isEmpty(await proposals())
    const after = await insights()
    assert.isUndefined(after.find((one) => one.sku === sku && one.kind === 'restock'))
  })

  test('what is declined is not proposed again', async ({ assert }) => {
    await sql('delete from purchase_orders')
    await forecastDemand(work)
    const [{ id }] = await proposals()
    assert.equal(await declineProposals([id], TESTING), 1)
    assert.equal(await declineProposals([id], TESTING), 0)
    await forecastDemand(work)
    assert.isEmpty(await proposals())
  })

  test('what nobody offers leads to the suppliers, and says why', async ({ assert }) => {
    const owner = await loggedIn(await createStaff('owner'))
    const rowOf = async (kind: string, sku: string) => {
      const { html } = await owner.get(`/admin/insights?kind=${kind}&locale=fr`)
      return html.split('<tr>').find((row) => row.includes(`>${sku}<`))!
    }
    const unoffered = await rowOf('lost_sales', 'P-9')
    assert.include(unoffered, 'href="/admin/suppliers"')
    assert.include(unoffered, 'Ajouter une offre')
    assert.include(unoffered, 'Aucun fournisseur actif ne la propose')
    assert.match(unoffered, /Jours en rupture.: 161, à 6 par mois, soit 32 × 50/)
    const { id } = await newSupplier({})
    await writeOffer(
      { supplierId: id, productId: await productOf('P-9') },
      { cost: 30_000 },
      TESTING
    )
    const offered = await rowOf('lost_sales', 'P-9')
    assert.include(offered, 'href="/admin/purchase-proposals"')
    assert.notInclude(offered, 'Aucun fournisseur actif')
  })

  test('programs read and close insights, and see costs only with the right', async ({
    assert,
    client,
  }) => {
    const { token } = await bearer('buyer')
    const list = await client.get('/api/admin/insights?limit=1').bearerToken(token)
    const answer = { status: 200, type: 'application/json', body: list.body() as unknown }
    assert.isUndefined(complaintAbout('/api/admin/insights', 'get', answer))
    const [{ id }] = list.body().data
    const closed = await client
      .patch(`/api/admin/insights/${id}`)
      .json({ status: 'done' })
      .bearerToken(token)
    assert.equal(closed.body().data.status, 'done')
    const twice = await client
      .patch(`/api/admin/insights/${id}`)
      .json({ status: 'dismissed' })
      .bearerToken(token)
    twice.assertStatus(409)
    assert.include(twice.body(), { code: 'insight_closed', status: 409, state: 'done' })
    const warehouse = await bearer('warehouse')
    const proposed = await client.get('/api/admin/purchase-proposals').bearerToken(warehouse.token)
    const told = { status: 200, type: 'application/json', body: proposed.body() as unknown }
    assert.isUndefined(complaintAbout('/api/admin/purchase-proposals', 'get', told))
  })
})
