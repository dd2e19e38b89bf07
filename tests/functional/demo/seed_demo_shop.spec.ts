import ace from '@adonisjs/core/services/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { seedDemoShop } from '#app/demo/seed_demo_shop'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { orderEntries } from '#app/orders/desk/order_entries'
import { paymentEntries } from '#app/payments/desk/payment_entries'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const TODAY = new Date('2026-11-21T10:00:00Z')
const seed = (options = {}) => seedDemoShop({ products: 200, seed: 1, today: TODAY, ...options })

async function count(text: string): Promise<number> {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n from ${text}`)
  return n
}

const PRODUCTS = 600

test.group('A seeded demo shop', (group) => {
  const progress: number[] = []
  let report: Awaited<ReturnType<typeof seed>>

  group.setup(async () => {
    await emptyShop()
    report = await seed({
      products: PRODUCTS,
      onProgress: (loaded: number) => progress.push(loaded),
    })
    return emptyShop
  })

  test('fills every table that products have, and the lists', async ({ assert }) => {
    assert.equal(report.products, PRODUCTS)
    // The last one is the kit that its trade makes of two others.
    assert.equal(progress.at(-1), PRODUCTS - 1)
    assert.equal(await count('products'), PRODUCTS)
    assert.equal(await count(`products where sku = 'LOT-VIDANGE'`), 1)
    assert.equal(await count('categories'), 108)
    assert.isAtLeast(await count('brands'), 60)
    assert.equal(await count('product_images'), PRODUCTS)
    assert.equal(
      await count(
        'products p where not exists (select from product_images where product_id = p.id)'
      ),
      0
    )
    assert.deepEqual(
      await sql(
        `select sku from products p where (select count(*) from part_numbers where product_id = p.id) < 4`
      ),
      []
    )
    assert.equal(
      await count('product_listings'),
      await count("products where status = 'active' and deleted_at is null")
    )
    assert.equal(await count('products where name_ar is null or category_id is null'), 0)
  })

  test('it has a past: two years of sales and of prices', async ({ assert }) => {
    const [{ sold, priced }] = await sql<{ sold: number; priced: number }>(
      `select (select count(distinct date_trunc('month', sold_on)) from sales_history)::int as sold,
         (select count(distinct date_trunc('month', changed_at)) from price_changes)::int as priced`
    )
    assert.isAtLeast(sold, 24)
    assert.isAtLeast(priced, 24)
  })

  test('the books are true: stock, prices, sales, supersessions', async ({ assert }) => {
    assert.equal(
      await count(
        `stock_levels l
         left join (select product_id, location_id, sum(quantity) as moved from stock_movements group by 1, 2) m
           using (product_id, location_id)
         where l.on_hand <> coalesce(m.moved, 0)`
      ),
      0
    )
    assert.equal(
      await count(
        `products p
         cross join lateral (
           select new_price, new_cost from price_changes c
           where c.product_id = p.id order by changed_at desc, id desc limit 1) last
         where (last.new_price, last.new_cost) is distinct from (p.price, p.cost)`
      ),
      0
    )
    assert.equal(
      await count('price_changes where reason is null'),
      await count('bulk_edits b, generate_series(1, b.changed)'),
      'only edits of many products at once give no reason'
    )
    assert.equal(await count("sales_history where sold_on >= '2026-11-21'"), 0)
    assert.isAbove(await count('products where superseded_by_id is not null'), 0)
    assert.equal(
      await count(
        `products old join products new on new.id = old.superseded_by_id
         where not exists (select from part_numbers n where n.product_id = new.id
           and n.kind = 'superseded' and n.number_norm = norm_ref(old.mpn))`
      ),
      0
    )
  })

  test('its trade shows every state, the books are true, and nobody is written to', async ({
    assert,
  }) => {
    const told = async (text: string) => {
      const rows = await sql<{ state: string }>(`select distinct ${text}`)
      return rows.map(({ state }) => state)
    }
    assert.sameMembers(await told('state from orders'), [
      ...['placed', 'confirmed', 'completed', 'cancelled'],
    ])
    assert.sameMembers(await told('payment_state as state from orders'), [
      ...['due', 'paid', 'partially_refunded', 'refunded', 'void'],
    ])
    assert.sameMembers(await told('delivery_state as state from orders'), [
      ...['pending', 'partially_shipped', 'shipped', 'delivered', 'returned', 'void'],
    ])
    assert.sameMembers(await told('state from parcels'), [
      ...['out', 'delivered', 'refused', 'returned'],
    ])
    assert.sameMembers(await told('state from purchase_orders'), [
      ...['draft', 'sent', 'confirmed', 'partial', 'received'],
    ])
    assert.sameMembers(await told('state from quotes'), ['open', 'accepted', 'refused'])
    assert.sameMembers(await told('verdict as state from remittance_lines'), ['matched', 'short'])
    assert.isAbove(await count('orders where customer_id is null'), 0)
    assert.isAbove(await count('orders where customer_id is not null'), 0)
    assert.isAbove(await count('price_rules'), 0)
    assert.equal(await count('promotion_redemptions'), 1)
    assert.equal(await count('kit_components'), 2)
    assert.equal(await count('order_contacts where email is not null'), 0)
    const [{ id }] = await sql<{ id: number }>('select id from orders order by id limit 1')
    const french = i18nManager.locale('fr')
    for (const entries of [await orderEntries(id, french), await paymentEntries(id, french)]) {
      assert.include(entries[0].who, 'Données de démonstration')
    }
    await assertBooks(assert)
  })

  test('the pictures are served from here', async ({ client, assert }) => {
    assert.equal(await count(`product_images where path ~ '^[a-z]+:|^//'`), 0)
    assert.equal(await count(`brands where logo_path ~ '^[a-z]+:|^//'`), 0)
    const [{ path }] = await sql('select path from product_images limit 1')
    const [{ logo }] = await sql('select logo_path as logo from brands limit 1')
    for (const key of [path, logo]) {
      const answer = await client.get(`/files/${key}`)
      answer.assertStatus(200)
      assert.match(answer.header('content-type') ?? '', /^image\/svg\+xml/)
    }
  })

  test('the shop front lists it in Arabic', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/products?category=freinage&locale=ar&limit=5')
    answer.assertStatus(200)
    assert.isNotEmpty(answer.body().data)
    for (const { name } of answer.body().data) assert.match(name, /\p{Script=Arabic}/u)
  })
})

test.group('Seeding the demo shop', (group) => {
  group.each.setup(emptyShop)
  group.teardown(emptyShop)

  test('the same seed gives the same catalogue again', async ({ assert }) => {
    const print = `select md5(string_agg(sku || slug || name_ar || price || coalesce(gtin, ''), ',' order by id)) as sum from products`
    await seed()
    const [first] = await sql(print)
    await seed({ replace: true })
    assert.deepEqual(await sql(print), [first])
    await seed({ replace: true, seed: 2 })
    assert.notDeepEqual(await sql(print), [first])
  })

  test('a shop that has products is left alone', async ({ assert }) => {
    await createProduct({ sku: 'MINE' })
    await assert.rejects(() => seed(), /has products already; pass --force/)
    assert.equal(await count('products'), 1)
    assert.equal(await count('categories'), 0)
  })

  test('an untouched demo makes room for another, a changed one does not', async ({ assert }) => {
    await seed()
    await seed({ products: 30 })
    assert.equal(await count('products'), 30)
    await sql(`update products set warranty_months = 7 where id = (select min(id) from products)`)
    await assert.rejects(() => seed(), /has products already; pass --force/)
  })

  test('an order that somebody else has touched makes the demo a shop', async ({ assert }) => {
    await seed()
    const [{ number }] = await sql<{ number: string }>(
      `select number from orders where state = 'placed' limit 1`
    )
    await confirmOrder(number, TESTING)
    await assert.rejects(() => seed(), /has products already; pass --force/)
  })

  test('afterwards the shop works as before: new keys, and price changes are recorded', async ({
    assert,
  }) => {
    await seed()
    const product = await createProduct({ sku: 'NEXT' })
    const [{ highest }] = await sql("select max(id) as highest from products where sku <> 'NEXT'")
    assert.isAbove(product.id, highest)
    await sql('update products set price = price + 1000 where id = $1', [highest])
    const [change] = await sql(
      'select new_price - old_price as rise from price_changes where product_id = $1 order by id desc limit 1',
      [highest]
    )
    assert.deepEqual(change, { rise: 1000 })
    assert.equal(await count(`price_changes where product_id = ${product.id}`), 1)
  })

  test('the command says what it did, and what is wrong with a flag', async ({ assert }) => {
    const command = await ace.exec('demo:seed', ['--products=50', '--seed=3'])
    assert.equal(command.exitCode, 0)
    assert.equal(await count('products'), 50)
    await sql(`update products set warranty_months = 7 where id = (select min(id) from products)`)
    for (const flags of [['--products=0'], ['--products=1.5'], ['--products=50']]) {
      const refused = await ace.exec('demo:seed', flags)
      assert.equal(refused.exitCode, 1)
    }
    const forced = await ace.exec('demo:seed', ['--products=20', '--force'])
    assert.equal(forced.exitCode, 0)
    assert.equal(await count('products'), 20)
  })
})

async function emptyShop() {
  await emptyCatalogue()
  await sql('delete from bulk_edits')
  await sql('delete from price_lists')
  await sql(`delete from customers where email like '%@%.example'`)
}
