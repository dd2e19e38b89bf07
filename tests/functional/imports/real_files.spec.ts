import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { isDeep } from '#tests/depth'
import { emptyCatalogue } from '#tests/support/catalogue'
import { catalogueChecksum, runCommand } from '#tests/support/imports'

/** Lists as shop systems and makers ship them; they are no part of the shop. */
const DATA = process.env.SHARED_DATA ?? app.makePath('../shared/data')
const isThere = existsSync(DATA)
const MISSING = '../shared/data is not there'
const real = (path: string) => join(DATA, path)

type RealFile = {
  file: string
  created: number
  /** Why rows are rejected, in the order of their lines. */
  rejected?: RegExp[]
  merged?: number
  args?: string[]
  /** Imported a second time in quick runs as well: one of each system. */
  isRepeated?: boolean
}

const BRANDS = ['--entity=brands']
const CATEGORIES = ['--entity=categories']

/** What becomes of each in an empty shop; `docs/imports.md` says the same. */
const FILES: RealFile[] = [
  { file: 'shop-exports/bagisto/products-image-urls.csv', created: 2 },
  {
    file: 'shop-exports/bagisto/products-with-errors.csv',
    isRepeated: true,
    created: 1,
    rejected: [/^type: «not-a-product-type» is not one of simple/],
  },
  { file: 'shop-exports/medusa/prices-with-region.csv', created: 1 },
  { file: 'shop-exports/medusa/product-with-categories.csv', created: 2 },
  { file: 'shop-exports/medusa/unrelated-column.csv', created: 1 },
  { file: 'shop-exports/medusa/v1-template.csv', isRepeated: true, created: 5 },
  {
    file: 'shop-exports/medusa/invalid-column.csv',
    created: 0,
    rejected: [/^«Product field» is no column of Medusa/],
  },
  {
    file: 'shop-exports/medusa/invalid-prices.csv',
    created: 0,
    rejected: [/^«Variant Price nonexistent \[EUR\]» is a price for/],
  },
  { file: 'shop-exports/odoo/product.template.csv', isRepeated: true, created: 3 },
  { file: 'shop-exports/prestashop-1.4/products_import.csv', created: 2 },
  { file: 'shop-exports/prestashop-8/products_import.csv', isRepeated: true, created: 7 },
  { file: 'shop-exports/prestashop-thirtybees/products_import.csv', created: 7 },
  { file: 'shop-exports/shopify/Product-data.csv', isRepeated: true, created: 21 },
  {
    file: 'shop-exports/spree/products.csv',
    created: 123,
    rejected: [/^sku: «ROBOT-VACUUM» is already on line 93/],
    merged: 87,
  },
  { file: 'shop-exports/spree/products_import.csv', isRepeated: true, created: 17 },
  { file: 'shop-exports/woocommerce/sample_products.csv', isRepeated: true, created: 24 },
  { file: 'shop-exports/woocommerce/unit_importer_sample.csv', created: 7 },
  {
    file: 'parts/nalbarr-acdelco/parts.csv',
    isRepeated: true,
    created: 8,
    rejected: [/^text follows a closing quote/, /^text follows a closing quote/],
  },
  { file: 'parts/nalbarr-acdelco/parts-no-quotes.csv', created: 10 },
  { file: 'shop-exports/prestashop-1.4/manufacturers_import.csv', created: 2, args: BRANDS },
  {
    file: 'shop-exports/prestashop-8/brands_import.csv',
    isRepeated: true,
    created: 4,
    args: BRANDS,
  },
  { file: 'shop-exports/prestashop-thirtybees/manufacturers_import.csv', created: 4, args: BRANDS },
  { file: 'shop-exports/prestashop-1.4/categories_import.csv', created: 3, args: CATEGORIES },
  {
    file: 'shop-exports/prestashop-8/categories_import.csv',
    isRepeated: true,
    created: 3,
    args: CATEGORIES,
  },
  {
    file: 'shop-exports/prestashop-thirtybees/categories_import.csv',
    created: 3,
    args: CATEGORIES,
  },
]

const CHORUS: RealFile = {
  file: 'search/icecat-chorus/products.jsonl.gz',
  created: 19_406,
  args: ['--mapping=samples/icecat.mapping.json'],
}

/** Two ways of writing the same list. */
const TWINS: RealFile[][] = [
  [
    { file: 'shop-exports/medusa/exported-products-comma.csv', created: 3 },
    { file: 'shop-exports/medusa/exported-products-semicolon.csv', created: 3 },
  ],
  [
    { file: 'shop-exports/bagisto/products.csv', created: 11 },
    { file: 'shop-exports/bagisto/products.xlsx', created: 11 },
  ],
]

/** Lists of something else, and what a line says they look like. */
const OTHERS: Record<string, RegExp> = {
  'shop-exports/bagisto/products.xls':
    /looks like an old Excel workbook \(\.xls\): .* save as XLSX$/,
  'shop-exports/prestashop-1.4/categories_import.csv':
    /looks like a list of categories: .*--entity=categories$/,
  'shop-exports/prestashop-1.4/combinations_import.csv':
    /looks like product variants of PrestaShop/,
  'shop-exports/prestashop-1.4/manufacturers_import.csv':
    /looks like a list of brands or suppliers: /,
  'shop-exports/prestashop-1.4/suppliers_import.csv': /looks like a list of brands or suppliers: /,
  'shop-exports/prestashop-8/alias_import.csv': /looks like search aliases: /,
  'shop-exports/prestashop-8/brands_import.csv':
    /looks like a list of brands or suppliers: .*--entity=brands$/,
  'shop-exports/prestashop-8/categories_import.csv':
    /looks like a list of categories: .*--entity=categories$/,
  'shop-exports/prestashop-8/combinations_import.csv': /looks like product variants of PrestaShop/,
  'shop-exports/prestashop-8/suppliers_import.csv': /looks like a list of suppliers: /,
  'shop-exports/prestashop-8/supply_orders_import.csv': /looks like supply orders: /,
  'shop-exports/prestashop-8/supply_orders_details_import.csv':
    /looks like lines of supply orders: /,
  'shop-exports/prestashop-thirtybees/alias_import.csv': /looks like search aliases: /,
  'shop-exports/prestashop-thirtybees/categories_import.csv': /looks like a list of categories: /,
  'shop-exports/prestashop-thirtybees/combinations_import.csv':
    /looks like product variants of PrestaShop/,
  'shop-exports/prestashop-thirtybees/manufacturers_import.csv': /looks like a list of brands: /,
  'shop-exports/prestashop-thirtybees/suppliers_import.csv': /looks like a list of suppliers: /,
  'shop-exports/prestashop-thirtybees/supply_orders_import.csv': /looks like supply orders: /,
  'shop-exports/prestashop-thirtybees/supply_orders_details_import.csv':
    /looks like lines of supply orders: /,
  'shop-exports/spree/product_translations.csv': /looks like translations of products: /,
  'parts/nalbarr-acdelco/vehicles.csv': /looks like vehicles: .*--entity=vehicles$/,
  'parts/nalbarr-acdelco/vehicle_parts.csv': /does not look like a list of products \(columns: /,
}

test.group('Real lists', (group) => {
  group.tap((each) => each.skip(!isThere, MISSING))
  group.each.setup(() => emptyCatalogue())

  test('{file}: {created} created')
    .with(FILES)
    .run(async ({ assert }, file) => {
      await assertLands(assert, file)
      if (file.isRepeated || isDeep) await assertChangesNothing(assert, file)
    })

  test('19,406 products of Icecat are created, and the same again changes nothing', async ({
    assert,
  }) => {
    await assertLands(assert, CHORUS)
    await assertChangesNothing(assert, CHORUS)
  }).skip(!isThere || !isDeep, isThere ? 'only with FAULT_DEPTH=full' : MISSING)

  test('{0.file} and its twin give the same catalogue')
    .with(TWINS)
    .run(async ({ assert }, [one, other]) => {
      await assertLands(assert, one)
      const catalogue = await catalogueChecksum()
      await assertChangesNothing(assert, other)
      await emptyCatalogue()
      await assertLands(assert, other)
      assert.equal(await catalogueChecksum(), catalogue)
    })
})

test.group('Real files that are no lists of products', (group) => {
  group.tap((each) => each.skip(!isThere, MISSING))

  test('{file}: one line says what it looks like')
    .with(Object.entries(OTHERS).map(([file, says]) => ({ file, says })))
    .run(async ({ assert }, { file, says }) => {
      const { exitCode, output } = await runCommand('catalogue:import', [real(file)])
      assert.equal(exitCode, 1)
      assert.match(output, says)
      assert.notInclude(output, '\n')
    })
})

test('What docs/imports.md counts of real lists is what tests count', async ({ assert }) => {
  const text = await readFile(app.makePath('docs/imports.md'), 'utf8')
  for (const { file, created, rejected = [] } of [...FILES, ...TWINS.flat(), CHORUS]) {
    const counts = `| \`${file}\` | ${created.toLocaleString('en')} | ${rejected.length} |`
    assert.include(text, counts)
  }
})

async function assertLands(assert: Assert, list: RealFile) {
  const { counts, rejected } = await importList(list)
  const { created, merged = 0, rejected: reasons = [] } = list
  assert.deepEqual(counts, {
    ...{ created, updated: 0, unchanged: 0 },
    ...{ rejected: reasons.length, merged },
  })
  for (const [nth, reason] of reasons.entries()) {
    assert.isAbove(rejected[nth].line, 1)
    assert.match(rejected[nth].reason, reason)
  }
}

async function assertChangesNothing(assert: Assert, list: RealFile) {
  const { counts } = await importList(list)
  assert.containSubset(counts, { created: 0, updated: 0, unchanged: list.created })
}

async function importList({ file, args = [] }: RealFile): Promise<ImportResult> {
  const flags = ['--json', ...args]
  const { output } = await runCommand('catalogue:import', [real(file), ...flags])
  return JSON.parse(output)
}
