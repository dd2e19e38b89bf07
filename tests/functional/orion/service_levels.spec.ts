import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { refreshProposals } from '#app/orion/proposals/refresh_proposals'
import { sql } from '#app/platform/database/sql'
import { writeOffer } from '#app/purchasing/write_offer'
import { createProduct } from '#tests/support/catalogue'
import { newSupplier } from '#tests/support/purchasing'
import { someForecast } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { TESTING } from '#tests/support/staff'

/** Demand of the lead time at the 13 levels: 80, 90 and 95 % are the fifth, the seventh and the ninth. */
const QUANTILES = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]

test.group('Service levels of proposals', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())

  /** What is proposed of parts that are sold for so much of 100 each, by SKU. */
  async function proposedOf(shares: Record<string, number>) {
    const supplier = await newSupplier()
    for (const [sku, share] of Object.entries(shares)) {
      const { id } = await createProduct({ sku, price: 1_000, stock: 1 })
      await writeOffer({ supplierId: supplier.id, productId: id }, { cost: 500, pack: 6 }, TESTING)
      await someForecast(sku)
      await sql('update forecasts set facts = $2, lead_quantiles = $3 where product_id = $1', [
        ...[id, JSON.stringify({ average: share }), `{${QUANTILES.join()}}`],
      ])
    }
    const [{ run }] = await sql<{ run: number }>('select run_id as run from forecast_state')
    await sql('update forecasts set run_id = $1', [run])
    await db.transaction((trx) => refreshProposals(run, trx))
    const { page } = await proposalsQuery({}, 10)
    return Object.fromEntries(
      page.map(({ sku, quantity, arithmetic }) => [
        sku,
        { class: arithmetic.class, upTo: arithmetic.upTo, quantity },
      ])
    )
  }

  test('what makes 80 % of the turnover is never short in 95 of 100 cases, the next 15 % in 90, the rest in 80', async ({
    assert,
  }) => {
    // In packs of six, one being there.
    assert.deepEqual(await proposedOf({ MOST: 80, SOME: 15, LEAST: 5 }), {
      MOST: { class: 'A', upTo: 19, quantity: 18 },
      SOME: { class: 'B', upTo: 17, quantity: 18 },
      LEAST: { class: 'C', upTo: 15, quantity: 18 },
    })
  })

  test('are those of the settings', async ({ assert, cleanup }) => {
    const levelled = (a: number, c: number) =>
      sql('update forecast_settings set level_a = $1, level_c = $2', [a, c])
    cleanup(async () => {
      await levelled(0.95, 0.8)
    })
    await levelled(0.99, 0.5)
    const { MOST, LEAST } = await proposedOf({ MOST: 96, LEAST: 4 })
    assert.deepInclude(MOST, { class: 'A', upTo: 21, quantity: 24 })
    assert.deepInclude(LEAST, { class: 'C', upTo: 11, quantity: 12 })
  })
})
