import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { changePrice } from '#app/catalogue/prices/change_price'
import { updateProduct } from '#app/catalogue/products/write_product'
import { reserveStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { forgetImports, ImportClient } from '#tests/support/web_imports'

const STAFF = { actor: 'staff:1', source: 'ui' } as const

const FIRST = `sku,name,brand,mpn,category_path,price,cost,stock,oe_numbers,gtin,image_url,attr_largeur_mm,attr_cote
A1,Filtre,Bosch,F1,Moteur > Filtres,12.500,7,3,Renault:77|PSA:42,3165140000001,https://i.tn/1.jpg,12,gauche
A2,Disque,Brembo,D1,Freinage,99,50,1,VAG:11,,https://i.tn/2.jpg,20,
`
const SECOND = `sku,name,brand,mpn,category_path,price,cost,stock,oe_numbers,gtin,image_url,attr_largeur_mm,attr_cote,attr_neuf
A1,Filtre à huile,Mann,F2,Moteur > Huile,14.000,8,9,Renault:78,3165140000018,https://i.tn/9.jpg,13,droite,oui
A2,Disque,Brembo,D1,Freinage,120,50,0,VAG:12,,https://i.tn/2.jpg,21,gauche,
N1,Nouveau,Nouvelle,X1,Nouveau > Rayon,5,2,7,,,https://i.tn/n.jpg,1,,
N2,Autre,Nouvelle,X2,Nouveau > Rayon,6,2,7,,,,,,
`

/** Everything of the catalogue that an import touches, but for what says when. */
const CATALOGUE = [
  `select p.sku, b.name as brand, c.slug as category, p.mpn, p.name_fr, p.price, p.cost, p.gtin, p.status, p.deleted_at
   from products p join brands b on b.id = p.brand_id left join categories c on c.id = p.category_id order by 1`,
  `select p.sku, n.kind, n.owner, n.number from part_numbers n join products p on p.id = n.product_id
   order by 1, 2, 3, 4`,
  `select p.sku, s.on_hand, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as moved
   from stock_levels s join products p on p.id = s.product_id order by 1`,
  `select p.sku, i.path, i.position from product_images i join products p on p.id = i.product_id order by 1, 3`,
  `select p.sku, a.code, v.number_value, v.text_value, v.boolean_value from product_attributes v
   join products p on p.id = v.product_id join attributes a on a.id = v.attribute_id order by 1, 2`,
  'select sku, price, name_fr from product_listings order by 1',
  'select name from brands order by 1',
  'select slug from categories order by 1',
  'select code from attributes order by 1',
]

async function catalogue() {
  const tables = []
  for (const query of CATALOGUE) {
    const { rows } = await db.rawQuery<{ rows: object[] }>(query)
    tables.push(rows)
  }
  return tables
}

test.group('Taking an import back', (group) => {
  let imports: ImportClient

  group.setup(async () => {
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetImports()
    await sql('delete from rate_limits')
    imports = await ImportClient.of('owner')
  })

  async function takenBack(id: number) {
    const { status, body } = await imports.move(id, 'rollback')
    if (status !== 202) throw new Error(JSON.stringify(body))
    return imports.until(id, 'rolled_back')
  }

  test('what a list tells to be a former number of another part is replaced by it, and is not any more', async ({
    assert,
  }) => {
    const HEAD = 'sku,name,brand,mpn,price,superseded_numbers'
    await imports.importing(`${HEAD}\nA1,Filtre,Bosch,F 1,12,\nA2,Filtre,Mann,F1,12,\n`)
    const replaced = () =>
      sql(
        `select o.sku as old, n.sku as heir from products o join products n on n.id = o.superseded_by_id order by 1`
      )
    const run = await imports.importing(`${HEAD}\nA3,Filtre neuf,Bosch,F3,13,f-1\n`)
    assert.include(run.counts, { created: 1, updated: 0 })
    assert.deepEqual(await replaced(), [{ old: 'A1', heir: 'A3' }])
    const again = await imports.importing(
      `${HEAD}\nA3,Filtre neuf,Bosch,F3,13,F1\nA4,Autre,Bosch,F4,9,F1\n`
    )
    assert.include(again.counts, { created: 1, updated: 0, unchanged: 1 })
    assert.deepEqual(await replaced(), [{ old: 'A1', heir: 'A3' }])

    await imports.move(run.id, 'rollback')
    await imports.until(run.id, 'rolled_back')
    assert.deepEqual(await replaced(), [])
  })

  test('the catalogue is as it was: fields, numbers, pictures, attributes, stock, and what was new', async ({
    assert,
  }) => {
    await imports.importing(FIRST)
    const before = await catalogue()
    const second = await imports.importing(SECOND)
    assert.deepEqual(second.counts, { created: 2, updated: 2, unchanged: 0, rejected: 0 })

    const { undone } = await takenBack(second.id)

    assert.deepEqual(undone?.sample, [])
    assert.deepEqual(await catalogue(), before)
    const again = await imports.importing(SECOND)
    assert.deepEqual(again.counts, second.counts)
  })

  test('the first import of a shop leaves nothing behind, and may be sent again', async ({
    assert,
  }) => {
    const before = await catalogue()
    const first = await imports.importing(FIRST)
    const { undone } = await takenBack(first.id)
    assert.deepEqual(undone?.sample, [])
    assert.deepEqual(await catalogue(), before)
    const again = await imports.importing(FIRST)
    assert.deepEqual(again.counts, first.counts)
  })

  test('what somebody has changed since is listed and left alone', async ({ assert }) => {
    await imports.importing(FIRST)
    const second = await imports.importing(SECOND)
    const [a1, a2, n1] = await sql<{ id: number }>(
      `select id from products where sku in ('A1', 'A2', 'N1') order by sku`
    )
    await changePrice(a1.id, 15_000, { ...STAFF, reason: 'au comptoir' })
    await updateProduct(n1.id, { name: 'Nouveau nom' }, STAFF)
    await sql(
      `with moved as (insert into stock_movements (product_id, location_id, quantity, cause, actor)
         select $1, id, 4, 'receipt', 'staff:1' from locations where is_default)
       update stock_levels set on_hand = on_hand + 4 where product_id = $1`,
      [a2.id]
    )

    const { undone } = await takenBack(second.id)

    const told = undone?.sample.map(({ label, field, now }) => [label, field, now])
    assert.sameDeepMembers(told!, [
      ['A1', 'price', '15000'],
      ['A2', 'stock', '4'],
      ['N1', '*', 'changed'],
      ['Rayon', '*', 'used'],
      ['Nouveau', '*', 'used'],
      ['Nouvelle', '*', 'used'],
    ])
    const products = await sql<{ sku: string; price: number; name: string }>(
      `select sku, price, name_fr as name from products order by sku`
    )
    assert.deepEqual(products, [
      { sku: 'A1', price: 15_000, name: 'Filtre' },
      { sku: 'A2', price: 99_000, name: 'Disque' },
      { sku: 'N1', price: 5_000, name: 'Nouveau nom' },
    ])
    assert.deepEqual(await sql(`select on_hand from stock_levels where product_id = $1`, [a2.id]), [
      { on_hand: 4 },
    ])
  })

  test('pieces that are promised since stay, and who waits for others gets them', async ({
    assert,
  }) => {
    const HEAD = 'sku,name,brand,mpn,price,stock'
    await imports.importing(`${HEAD}\nA1,Filtre,Bosch,F1,12,3\nA2,Disque,Brembo,D1,99,4\n`)
    const run = await imports.importing(
      `${HEAD}\nA1,Filtre,Bosch,F1,12,9\nA2,Disque,Brembo,D1,99,1\n`
    )
    const [a1, a2] = await sql<{ id: number }>('select id from products order by sku')
    await sql('update products set orderable = true where id = $1', [a2.id])
    await reserveStock('checkout:1', [{ productId: a1.id, quantity: 5 }], 15)
    await reserveStock('checkout:2', [{ productId: a2.id, quantity: 3 }], 15)
    assert.containSubset(await levelsOf(a2.id), [{ onHand: 1, reserved: 1, backordered: 2 }])

    const { undone } = await takenBack(run.id)

    const told = undone?.sample.map(({ label, field, now }) => [label, field, now])
    assert.deepEqual(told, [['A1', 'stock', '9']])
    assert.containSubset(await levelsOf(a1.id), [{ onHand: 9, reserved: 5, backordered: 0 }])
    assert.containSubset(await levelsOf(a2.id), [{ onHand: 4, reserved: 3, backordered: 0 }])
    await assertBooks(assert)
  })

  test('the way back is in the audit log and the price history, in the name of who asked', async ({
    assert,
  }) => {
    const product = await createProduct({ sku: 'A1', price: 10_000 })
    const run = await imports.importing('sku,price\nA1,12\n')
    await takenBack(run.id)
    const rows = await sql<{ actor: string; source: string; cause: string; changes: object }>(
      `select actor, source, cause, changes -> 'price' as changes from audit_log
       where entity = 'products' and entity_id = $1 and jsonb_exists(changes, 'price') order by id desc limit 1`,
      [String(product.id)]
    )
    assert.match(rows[0].actor, /^staff:\d+$/)
    assert.deepInclude(rows[0], { source: 'job', cause: `undo:import:${run.id}` })
    assert.deepEqual(rows[0].changes, [12_000, 10_000])
    const [price] = await sql<{ actor: string }>(
      'select actor from price_changes where product_id = $1 order by id desc limit 1',
      [product.id]
    )
    assert.equal(price.actor, rows[0].actor)
  })

  test('a name that somebody else has taken meanwhile is told; the rest goes back', async ({
    assert,
  }) => {
    await imports.importing('name,website\nBosch,https://a.tn\nMann,https://m.tn\n', {
      entity: 'brands',
    })
    const run = await imports.importing('name,website\nBosch,https://b.tn\nMann,https://n.tn\n', {
      entity: 'brands',
    })
    // A rule of the database that the former value breaks by now.
    await sql(`alter table brands add constraint no_a check (website <> 'https://a.tn')`)
    try {
      const { undone } = await takenBack(run.id)
      assert.deepEqual(
        undone?.sample.map(({ label, field }) => [label, field]),
        [['Bosch', '*']]
      )
    } finally {
      await sql('alter table brands drop constraint no_a')
    }
    assert.deepEqual(await sql('select name, website from brands order by name'), [
      { name: 'Bosch', website: 'https://b.tn' },
      { name: 'Mann', website: 'https://m.tn' },
    ])
  })

  test('what wrote nothing is not taken back', async ({ assert }) => {
    await createProduct({ sku: 'A1', price: 10_000 })
    const unchanged = await imports.importing('sku,price\nA1,10\n')
    const refused = await imports.move(unchanged.id, 'rollback')
    assert.deepEqual([refused.status, refused.body.code], [409, 'not_reversible'])
  })
})
