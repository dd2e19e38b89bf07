import { test } from '@japa/runner'
import { mayBecome, statesBefore } from '#app/imports/runs/import_run_state'
import { importTarget } from '#app/imports/targets'

const NAMED: [says: string, headers: string[]][] = [
  ['a list of suppliers', ['Supplier ID', 'Active (0/1)', 'Name *', 'Description']],
  [
    'a list of brands or suppliers: run again with --entity=brands',
    ['id', 'Active (0/1)', 'Name*', 'Description', 'Short description'],
  ],
  [
    'a list of brands: run again with --entity=brands',
    ['Manufacturer ID', 'Active (0/1)', 'Name *'],
  ],
  [
    'a list of categories: run again with --entity=categories',
    ['Category ID', 'Name *', 'Parent category'],
  ],
  ['supply orders', ['Supply Order ID', 'Supplier ID *', 'Delivery Date']],
  ['lines of supply orders', ['Supply Order Reference *', 'Product ID *', 'Quantity Expected *']],
  ['search aliases', ['Alias ID', 'Alias *', 'Search *']],
  [
    'product variants of PrestaShop',
    ['Product ID*', 'Attribute (Name:Type:Position)*', 'Reference', 'EAN13'],
  ],
  ['product variants of PrestaShop', ['Product ID*', 'Options (Group:Value)*', 'Reference']],
  ['translations of products', ['slug', 'locale', 'name', 'description']],
  ['vehicles', ['make', 'model', 'year']],
]

test.group('Lists of other things', () => {
  test('{0.0} are named')
    .with(NAMED.map((pair) => [pair] as const))
    .run(async ({ assert }, [[says, headers]]) => {
      const { read } = await importTarget('products')
      assert.throws(
        () => read(headers, false),
        new RegExp(`looks like ${says.replace(/[()]/g, '.')}`)
      )
      assert.doesNotThrow(() => read(headers, true))
    })

  test('a list without anything of a product says what it needs', async ({ assert }) => {
    const { expectColumns } = await importTarget('products')
    for (const columns of [[], ['name'], ['sku'], ['brand', 'status'], ['name', 'description']]) {
      assert.throws(
        () => expectColumns(new Set(columns), ['a', 'b']),
        /does not look like a list of products \(columns: a, b\)/
      )
    }
    for (const columns of [
      ['sku', 'price'],
      ['name', 'price'],
      ['mpn', 'name'],
      ['handle', 'price_in'],
    ]) {
      assert.doesNotThrow(() => expectColumns(new Set(columns), []))
    }
  })

  test('products are not taken for brands or categories', async ({ assert }) => {
    for (const entity of ['brands', 'categories']) {
      const target = await importTarget(entity)
      assert.throws(
        () => target.read(['SKU', 'Name', 'Price'], false),
        /looks like a list of products: run again without --entity/
      )
      assert.throws(
        () => target.read(['Supplier ID', 'Name *'], false),
        /looks like a list of suppliers/
      )
      assert.throws(
        () => target.read(['Active (0/1)', 'Name *', 'Price tax excluded', 'EAN13'], false),
        /looks like a list of products: run again without --entity/
      )
      assert.doesNotThrow(() => target.read(['Code', 'Nom', 'Description'], false))
      assert.throws(() => target.expectColumns(new Set(), ['x']), /columns: x/)
    }
  })

  test('brands are not taken for categories, nor categories for brands', async ({ assert }) => {
    const categories = await importTarget('categories')
    const brands = await importTarget('brands')
    assert.throws(
      () => categories.read(['id', 'Active (0/1)', 'Name*', 'Short description'], false),
      /looks like a list of brands or suppliers: run again with --entity=brands/
    )
    assert.throws(
      () => brands.read(['Category ID', 'Name *', 'Parent category'], false),
      /looks like a list of categories: run again with --entity=categories/
    )
    assert.throws(
      () => brands.read(['Supplier ID', 'Name *'], false),
      /looks like a list of suppliers: import the list of brands/
    )
  })

  test('what cannot be imported is refused', async ({ assert }) => {
    await assert.rejects(
      () => importTarget('people'),
      'people cannot be imported: choose one of products, brands, categories, vehicles, fitments, part-numbers, sales, leads'
    )
  })
})

test.group('States of an import', () => {
  test('a run that is over stays over', ({ assert }) => {
    assert.isTrue(mayBecome('staging', 'applying'))
    assert.isTrue(mayBecome('applying', 'done'))
    assert.isFalse(mayBecome('staging', 'done'))
    for (const over of ['done', 'failed', 'cancelled', 'rolled_back'] as const) {
      for (const next of [
        'staging',
        'applying',
        'paused',
        'done',
        'failed',
        'cancelled',
      ] as const) {
        assert.isFalse(mayBecome(over, next))
      }
    }
    assert.isTrue(mayBecome('cancelled', 'rolling_back'))
    assert.isFalse(mayBecome('rolled_back', 'rolling_back'))
    assert.sameMembers(statesBefore('cancelled'), [
      ...['uploaded', 'checking', 'checked', 'staging', 'applying', 'paused'],
    ])
  })
})
