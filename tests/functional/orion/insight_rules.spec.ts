import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { type InsightKind, insightsQuery } from '#app/orion/insights/insights_query'
import { refreshInsights } from '#app/orion/insights/refresh_insights'
import { sql } from '#app/platform/database/sql'
import { createProduct } from '#tests/support/catalogue'
import { draftOrder } from '#tests/support/purchasing'
import { someForecast } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

/** What a run says of a part, and what there is of it; the rest is that of a part that gives no reason to do anything. */
interface Situation {
  facts?: Record<string, number>
  leadMonths?: number
  leadMean?: number
  q95?: number
  onHand?: number
  incoming?: number
}

const CALM = {
  ...{ average: 1, known: 12, sold: 12, recent: 1, recentQ95: 5, earlier: 1 },
  ...{ nextQuarter: 1, nextYear: 12 },
}

/** Kinds of insights that follow, with what they were reckoned from. */
async function foundIn(situation: Situation) {
  const { facts, leadMonths = 1, leadMean = 1, q95 = 3, onHand = 9, incoming = 0 } = situation
  await emptyOrion()
  const { id, sku } = await createProduct({ price: 10_000, stock: onHand })
  await someForecast(sku)
  if (incoming > 0) await draftOrder([{ sku, quantity: incoming, cost: 1_000 }])
  await sql(
    `update forecasts set facts = $2, lead_months = $3, lead_mean = $4, lead_quantiles = array_fill($5::real, array[13])
     where product_id = $1`,
    [id, JSON.stringify({ ...CALM, ...facts }), leadMonths, leadMean, q95]
  )
  const [{ run }] = await sql<{ run: number }>('select run_id as run from forecast_state')
  await db.transaction((trx) => refreshInsights(run, trx))
  const { page } = await insightsQuery({}, 10)
  const found: Partial<Record<InsightKind, Record<string, number | boolean>>> = {}
  for (const { kind, value, arithmetic } of page) found[kind] = { value, ...arithmetic }
  return found
}

test.group('The rules of insights', (group) => {
  group.teardown(() => emptyOrion())

  test('nothing is said of a part that sells as it did and is there', async ({ assert }) => {
    assert.deepEqual(await foundIn({}), {})
  })

  test('restock: free and coming below the 95 % quantile of the lead time', async ({ assert }) => {
    const { restock } = await foundIn({ onHand: 2 })
    assert.include(restock, { missing: 1, value: 10_000, quantileRule: true, simpleRule: false })
    assert.deepEqual(await foundIn({ onHand: 3 }), {})
    assert.deepEqual(await foundIn({ onHand: 2, incoming: 1 }), {})
  })

  test('restock: the simple rule beside it, demand above one and a half times the stock', async ({
    assert,
  }) => {
    const { restock } = await foundIn({ onHand: 2, q95: 2, leadMean: 3.1 })
    assert.include(restock, { missing: 2, value: 20_000, quantileRule: false, simpleRule: true })
    assert.deepEqual(await foundIn({ onHand: 2, q95: 2, leadMean: 3 }), {})
    const both = await foundIn({ onHand: 2, q95: 5, leadMean: 3.1 })
    assert.include(both.restock, { quantileRule: true, simpleRule: true })
  })

  test('restock: the page says which of the two rules found it', async ({ assert }) => {
    const owner = await loggedIn(await createStaff('owner'))
    for (const [situation, told] of [
      [{ onHand: 2 }, 'ne le voit pas'],
      [{ onHand: 2, q95: 2, leadMean: 3.1 }, 'Seule la règle simple'],
      [{ onHand: 2, q95: 5, leadMean: 3.1 }, 'le dit aussi'],
    ] as const) {
      await foundIn(situation)
      const { html } = await owner.get('/admin/insights?locale=fr')
      assert.include(html, told)
    }
  })

  test('spike: three pieces at least, beyond the 95 % quantile and 1.8 times the average', async ({
    assert,
  }) => {
    const of = (recent: number, recentQ95: number, earlier: number) =>
      foundIn({ leadMonths: 2, facts: { recent, recentQ95, earlier } })
    const { spike } = await of(19, 18, 5)
    assert.include(spike, { recent: 19, average: 5, q95: 18, months: 2, value: 90_000 })
    assert.deepEqual(await of(18, 10, 5), {}, '1.8 times')
    assert.deepEqual(await of(19, 19, 5), {}, 'as high as was thought possible')
    assert.property(await of(3, 1, 0.5), 'spike')
    assert.deepEqual(await of(2, 1, 0.5), {}, 'two pieces')
  })

  test('decline: less than half of a year that was known and sold in six months', async ({
    assert,
  }) => {
    const of = (facts: Record<string, number>) =>
      foundIn({ facts: { average: 6, nextQuarter: 2.9, sold: 6, ...facts } })
    const { decline } = await of({})
    assert.include(decline, { expected: 2.9, average: 6, value: 93_000 })
    assert.deepEqual(await of({ nextQuarter: 3 }), {}, 'half')
    assert.deepEqual(await of({ sold: 5 }), {}, 'five months')
    assert.deepEqual(await of({ known: 11 }), {}, 'a month without stock')
  })

  test('dead stock: four of five years like the next one would not sell any', async ({
    assert,
  }) => {
    const { dead_stock: dead } = await foundIn({ onHand: 4, facts: { nextYear: 0.22 } })
    assert.closeTo(Number(dead?.chance), Math.exp(-0.22), 1e-9)
    assert.deepEqual(await foundIn({ facts: { nextYear: 0.23 } }), {})
    const none = await foundIn({ onHand: 0, q95: 0, leadMean: 0, facts: { nextYear: 0.1 } })
    assert.deepEqual(none, {}, 'nothing on hand')
  })
})
