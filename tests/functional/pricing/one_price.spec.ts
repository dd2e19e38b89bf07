import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { invoiceOf } from '#app/invoicing/invoice'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { customerBearer } from '#tests/support/customers'
import { knowSeller } from '#tests/support/invoices'
import { createGroup, createList } from '#tests/support/price_lists'
import { complete, orderIn, readyCheckoutOf } from '#tests/support/purchases'
import { newPhone } from '#tests/support/quotes'
import { newTracking } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const [SHELF, OF_GROUP] = [100_000, 80_000]

test.group('One price', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from price_lists')
    await sql('delete from rate_limits')
    return async () => {
      await emptyCatalogue()
      await sql('delete from price_lists')
    }
  })

  test('cart, quote, order and invoice say what one function says: by group, quantity and day', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(knowSeller())
    const { id: productId, sku } = await createProduct({ price: SHELF, stock: 50 })
    const { id: groupId, code } = await createGroup()
    const list = await createList({ group: code, minQuantity: 2 }, [{ sku, price: OF_GROUP }])
    const { customer, token } = await customerBearer({ groupId })

    /** What a piece costs, as each of them says. */
    const saidOf = async (quantity: number) => {
      const item = { sku, quantity }
      const cart = await client.post('/api/v1/cart/items').bearerToken(token).json(item)
      const contact = { fullName: 'Amel Ben Salah', phone: newPhone() }
      const quote = await client
        .post('/api/v1/quotes')
        .bearerToken(token)
        .json({ items: [item], contact })
      quote.assertStatus(201)
      const checkout = await readyCheckoutOf({ customerId: customer.id })
      const { number: orderNumber } = orderIn(await complete(checkout, randomUUID()))
      const [ordered] = await sql<{ price: number }>(
        `select unit_price as price from order_lines l join orders o on o.id = l.order_id where number = $1`,
        [orderNumber]
      )
      await confirmOrder(orderNumber, TESTING)
      const parcel = { orderNumber, carrier: 'Aramex', trackingNumber: newTracking() }
      await dispatchParcel(parcel, TESTING)
      const invoice = await invoiceOf(await issueInvoice(orderNumber, {}, TESTING))
      const [asked] = await sql<{ price: number }>(
        'select price_for($1, $2, $3, day_in_tunis()) as price',
        [productId, groupId, quantity]
      )
      return [
        cart.body().data.items[0].unitPrice.amount,
        quote.body().data.items[0].unitPrice.amount,
        ...[ordered.price, invoice.lines[0].unitPrice, asked.price],
      ]
    }

    const all = (price: number) => Array<number>(5).fill(price)
    assert.deepEqual(await saidOf(1), all(SHELF))
    assert.deepEqual(await saidOf(2), all(OF_GROUP))
    await sql('update price_lists set ends_on = day_in_tunis() - 1 where id = $1', [list])
    assert.deepEqual(await saidOf(2), all(SHELF))
    await assertBooks(assert)
  })
})
