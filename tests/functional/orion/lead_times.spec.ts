import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { leadTimesQuery } from '#app/orion/training/lead_times_query'
import { sql } from '#app/platform/database/sql'
import { receiveDelivery } from '#app/purchasing/receive_delivery'
import { writeOffer } from '#app/purchasing/write_offer'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { newSupplier, sentOrder } from '#tests/support/purchasing'
import { TESTING } from '#tests/support/staff'

/** Days from one order to the next, which every part has to last besides. */
const REVIEW = 7
/** Days of a delivery where nobody has said or shown any. */
const SETTING = 14

test.group('Lead times of parts', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  const daysOf = (id: number) =>
    db.transaction(async (trx) => {
      const days = await leadTimesQuery(trx)
      return days.get(id)! - REVIEW
    })

  /** A part that one supplier offers, for so much. */
  async function offered(leadDays: number | undefined, cost = 1_000) {
    const { id } = await createProduct({ stock: 0 })
    const supplier = await newSupplier({ leadDays })
    await writeOffer({ supplierId: supplier.id, productId: id }, { cost }, TESTING)
    return { id, supplierId: supplier.id }
  }

  /** Deliveries that took so many days each. */
  async function delivered(supplierId: number, productId: number, days: number[]) {
    const [{ sku }] = await sql<{ sku: string }>('select sku from products where id = $1', [
      productId,
    ])
    for (const one of days) {
      const number = await sentOrder([{ sku, quantity: 1, cost: 1_000 }], supplierId)
      await sql(
        `update purchase_orders set sent_at = now() - make_interval(days => $2) where number = $1`,
        [number, one]
      )
      await receiveDelivery(number, 'k', { lines: [{ sku, accepted: 1 }] }, TESTING)
    }
  }

  test('are what nine of ten deliveries took: late ones count, the rarest one does not', async ({
    assert,
  }) => {
    const { id, supplierId } = await offered(5)
    await delivered(supplierId, id, [4, 5])
    assert.equal(await daysOf(id), 5, 'two tell nothing yet')
    await delivered(supplierId, id, [6, 7, 8, 9, 10, 20, 30])
    assert.equal(await daysOf(id), 30)
    await delivered(supplierId, id, [5, 5, 5, 5, 5])
    assert.equal(await daysOf(id), 20)
  })

  test('are those of the supplier for what has come too rarely, then what is said, then the setting', async ({
    assert,
  }) => {
    const [said, unsaid] = [await offered(9), await offered(undefined)]
    const { id: nobody } = await createProduct()
    assert.equal(await daysOf(said.id), 9)
    assert.equal(await daysOf(unsaid.id), SETTING)
    assert.equal(await daysOf(nobody), SETTING)
    const other = await createProduct()
    await delivered(unsaid.supplierId, other.id, [11, 12, 13])
    assert.equal(await daysOf(unsaid.id), 13)
  })

  test('are those of whoever asks least', async ({ assert }) => {
    const { id } = await offered(30, 2_000)
    const cheap = await newSupplier({ leadDays: 3 })
    await writeOffer({ supplierId: cheap.id, productId: id }, { cost: 1_900 }, TESTING)
    assert.equal(await daysOf(id), 3)
    await sql('update suppliers set active = false where id = $1', [cheap.id])
    assert.equal(await daysOf(id), 30)
  })
})
