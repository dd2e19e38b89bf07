import db from '@adonisjs/lucid/services/db'
import Brand from '#app/catalogue/brands/brand'
import Category from '#app/catalogue/categories/category'
import Product from '#app/catalogue/products/product'
import { productSlug } from '#app/catalogue/products/product_slug'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { forgetSwitches } from '#app/payments/switches/switched_off'
import { refreshEpochs } from '#app/platform/cache/epoch_watch'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { emptyTables } from '#tests/support/empty_tables'

let serial = 0
const next = () => ++serial

export async function createBrand(name = `Marque ${next()}`) {
  return Brand.create({ name, slug: name.toLowerCase().replace(/\W+/g, '-') })
}

/** @param path such as `freinage/plaquettes`; missing parents are made. */
export async function createCategory(
  path: string,
  nameAr: string | null = null
): Promise<Category> {
  const existing = await Category.findBy('slug', path)
  if (existing) return existing
  const up = path.split('/').slice(0, -1).join('/')
  const parent = up ? await createCategory(up) : null
  return Category.create({
    slug: path,
    nameFr: path.split('/').at(-1)!,
    nameAr,
    parentId: parent?.id ?? null,
    depth: parent ? parent.depth + 1 : 0,
    position: next(),
  })
}

type Wanted = Partial<{
  sku: string
  mpn: string
  nameFr: string
  nameAr: string
  brand: Brand
  category: Category
  price: number | null
  status: Product['status']
  quality: Product['quality']
  stock: number
  orderable: boolean
  minQuantity: number
  packSize: number
  attributes: Record<string, string | number>
}>

/** A published product with a price and five on hand, unless told otherwise. */
export async function createProduct(wanted: Wanted = {}): Promise<Product> {
  const n = next()
  const sku = wanted.sku ?? `SKU-${n}`
  const nameFr = wanted.nameFr ?? `Produit ${n}`
  const brand = wanted.brand ?? (await createBrand())
  return db.transaction(async (trx) => {
    await actAs(trx, { actor: 'test', source: 'command' })
    const product = new Product().useTransaction(trx).fill({
      sku,
      mpn: wanted.mpn ?? null,
      nameFr,
      nameAr: wanted.nameAr ?? null,
      slug: productSlug(nameFr, sku),
      brandId: brand.id,
      categoryId: wanted.category?.id ?? null,
      price: wanted.price === undefined ? 10_000 + n : wanted.price,
      status: wanted.status ?? 'active',
      quality: wanted.quality ?? 'aftermarket',
      orderable: wanted.orderable ?? false,
      minQuantity: wanted.minQuantity ?? 1,
      packSize: wanted.packSize ?? 1,
    })
    product.publishWhenActive()
    await product.save()
    const onHand = wanted.stock ?? 5
    await sql(
      `insert into stock_levels (product_id, location_id, on_hand) select $1, id, $2 from locations where is_default`,
      [product.id, onHand],
      trx
    )
    if (onHand > 0) {
      await sql(
        `insert into stock_movements (product_id, location_id, quantity, cause, actor)
         select $1, id, $2, 'opening', 'test' from locations where is_default`,
        [product.id, onHand],
        trx
      )
    }
    for (const [code, value] of Object.entries(wanted.attributes ?? {})) {
      const kind = typeof value === 'number' ? 'number' : 'text'
      await sql(
        `insert into attributes (code, kind, name_fr, is_facet) values ($1, $2, $1, true) on conflict do nothing`,
        [code, kind],
        trx
      )
      await sql(
        `insert into product_attributes (product_id, attribute_id, ${kind}_value)
         select $1, id, $3 from attributes where code = $2`,
        [product.id, code, value],
        trx
      )
    }
    await emitProductsChanged([product.id], trx)
    return product
  })
}

/** Lets this process see what was just committed, without waiting for a notification. */
export const seeChanges = () => refreshEpochs()

const CATALOGUE = [
  ...['search_terms', 'unmet_demand', 'concepts', 'words_given', 'vehicle_makes', 'supersessions'],
  ...['products', 'brands', 'categories', 'attributes', 'product_views', 'sales_history'],
  ...['carts', 'orders', 'idempotency_keys', 'purchase_orders', 'suppliers', 'remittances'],
  ...['invoice_counters', 'cache_epochs', 'payment_switches'],
]

/** Takes everything out of the catalogue; for tests that commit. */
export async function emptyCatalogue() {
  await emptyTables(...CATALOGUE)
  await db.rawQuery(
    `insert into cache_epochs (tag) select unnest(array['catalogue', 'vehicles', 'words'])`
  )
  await refreshEpochs()
  forgetSwitches()
}
