import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import type { DemoProduct } from '#app/demo/demo_product'
import { DemoProducts } from '#app/demo/demo_products'
import { type Numbered, type Row, TARGETS } from '#app/demo/product_rows'
import { type ShopFrame, writeShopFrame } from '#app/demo/shop_frame'
import { APPLICATIONS, createApplications, writeFitments } from '#app/demo/write_fitments'
import { KIT_FROM, writeKit } from '#app/demo/trade/write_kit'
import { writeTrade } from '#app/demo/trade/write_trade'
import { writeFleet } from '#app/fitment/fleet/write_fleet'
import { writeLeads } from '#app/demo/write_leads'
import { writeSuppliers } from '#app/demo/write_suppliers'
import { SHOP } from '#app/orders/shop_actor'
import { StoredPictures } from '#app/demo/stored_pictures'
import { actAs } from '#app/platform/database/act_as'
import { connectionOf } from '#app/platform/database/connection_of'
import { sql } from '#app/platform/database/sql'
import { copyRows } from '#app/platform/tabular/copy_rows'

type SeedOptions = {
  /** How many products. */
  products: number
  /** Same seed and day, same shop. */
  seed: number
  /** The histories end the day before. */
  today: Date
  /** Empties the catalogue first, with its stock, prices and sales. */
  replace?: boolean
  /** Called after each batch with the products loaded so far. */
  onProgress?: (loaded: number) => void
}

/** So many products are in memory at a time. */
const BATCH = 250

/** Everything that hangs on the catalogue. A table that is not here and refers to it stops the emptying. */
const CATALOGUE = [
  ...['products', 'brands', 'categories', 'category_slugs', 'attributes', 'category_attributes'],
  'facet_values',
  ...['product_listings', 'product_views', 'search_documents', 'search_terms'],
  ...['fitment_rules', 'fitments', 'equivalence_verdicts', 'price_reviews', 'bulk_edits'],
  ...['kit_components', 'reservations'],
  ...['price_lists', 'price_rules', 'promotions', 'promotion_redemptions'],
  ...['carts', 'cart_items'],
  ...['suppliers', 'supplier_offers', 'purchase_orders', 'purchase_order_lines'],
  ...['purchase_receipts', 'purchase_receipt_lines', 'lead_times'],
  ...['parcels', 'parcel_lines', 'remittances', 'remittance_lines'],
  ...['invoices', 'invoice_lines', 'invoice_counters'],
  ...['forecasts', 'forecast_tracks', 'insights', 'purchase_proposals', 'proposal_scores'],
  ...['orders', 'order_lines', 'order_contacts', 'order_events', 'checkout_sessions'],
  ...['quotes', 'quote_lines'],
  ...[
    'leads',
    'lead_sources',
    'lead_keys',
    'lead_events',
    'lead_tasks',
    'lead_merges',
    'lead_import_changes',
  ],
  'lead_duplicates',
  ...['payments', 'payment_events', 'payment_hints', 'refunds'],
  ...TARGETS.map(({ table }) => table).filter((table) => table !== APPLICATIONS),
]

/**
 * Fills the shop with demo products, in one transaction: all of them or none. Then trades a little with them, each
 * deal in transactions of its own, as people do.
 * Resolves with the number of products and pictures. Throws when there are
 * products already, unless they are to be replaced or are of a demo that nobody has touched.
 */
export async function seedDemoShop(options: SeedOptions) {
  const pictures = new StoredPictures()
  await writeFleet()
  await db.transaction(async (trx) => {
    await sql('set local statement_timeout = 0', [], trx)
    await sql('lock table products in share row exclusive mode', [], trx)
    await actAs(trx, { actor: 'demo', source: 'command' })
    await makeRoom(options, trx)
    const frame = await writeShopFrame(trx)
    await createApplications(trx)
    await pictures.storeLogos()
    await withoutFirstPrices(trx, () => load(options, frame, pictures, trx))
    await writeSuppliers(trx)
    await writeLeads(options, trx)
    await sql(`analyze ${CATALOGUE.join(', ')}`, [], trx)
    await writeFitments(trx)
    await emitProductsChanged('all', trx)
    await sql('select refresh_search_statistics()', [], trx)
    await sql('analyze product_listings, facet_values, fitments, search_documents', [], trx)
    await sql('select refresh_search_champions()', [], trx)
  })
  if (hasKit(options)) await writeKit()
  await writeTrade(options.seed)
  return { products: options.products, pictures: pictures.count }
}

async function makeRoom({ replace }: SeedOptions, trx: TransactionClientContract) {
  const [product] = await sql('select id from products limit 1', [], trx)
  if (!product) return
  if (!replace && !(await isUntouchedDemo(trx))) {
    throw new Error('The shop has products already; pass --force to erase them and start over')
  }
  await sql(`truncate ${[...new Set(CATALOGUE)].join(', ')}`, [], trx)
}

/**
 * Whether the shop holds nothing but a demo in which nobody has changed, sold or put anything into a cart. What the
 * shop does by itself, such as giving up a transfer that never came, is nobody's doing.
 */
async function isUntouchedDemo(trx: TransactionClientContract): Promise<boolean> {
  const [{ untouched }] = await sql<{ untouched: boolean }>(
    `select seeded.id is not null
       and not exists (
         select from audit_log where id > seeded.id and actor <> 'demo' and entity = any ($1))
       and not exists (select from order_events where actor not in ('demo', $2))
       and not exists (select from carts) as untouched
     from (
       select max(id) as id from audit_log
       where entity = 'products' and actor = 'demo' and action = 'created'
         and entity_id = (select min(id)::text from products)
     ) seeded`,
    [CATALOGUE, SHOP],
    trx
  )
  return untouched
}

/** The history comes with its own dates; the trigger would add a first price of today. */
async function withoutFirstPrices(trx: TransactionClientContract, fill: () => Promise<void>) {
  await sql('alter table products disable trigger record_first_prices', [], trx)
  await fill()
  await sql('alter table products enable trigger record_first_prices', [], trx)
}

async function load(
  options: SeedOptions,
  frame: ShopFrame,
  pictures: StoredPictures,
  trx: TransactionClientContract
) {
  const client = await connectionOf(trx)
  const { seed, today, onProgress } = options
  const products = options.products - (hasKit(options) ? 1 : 0)
  let id = await reserveIds(products, trx)
  let loaded = 0
  for (const batch of batches(new DemoProducts(seed, today).take(products))) {
    const numbered = batch.map((product): Numbered => ({ id: id++, product }))
    await pictures.storeFor(batch)
    for (const { table, columns, rows } of TARGETS) {
      await copyRows(
        client,
        table,
        columns,
        rowsOf(numbered, (each) => rows(each, frame))
      )
    }
    loaded += batch.length
    onProgress?.(loaded)
  }
}

/** The last product is a kit of two others. */
const hasKit = ({ products }: SeedOptions) => products >= KIT_FROM

/** The first of so many keys in a row; nobody else inserts while the table is locked. */
async function reserveIds(count: number, trx: TransactionClientContract): Promise<number> {
  const [{ last }] = await sql<{ last: number }>(
    `select setval(s.name, nextval(s.name) + $1 - 1) as last
     from (select pg_get_serial_sequence('products', 'id')::regclass as name) s`,
    [count],
    trx
  )
  return last - count + 1
}

function* batches(products: Iterable<DemoProduct>): Generator<DemoProduct[]> {
  let batch: DemoProduct[] = []
  for (const product of products) {
    batch.push(product)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function* rowsOf(numbered: Numbered[], rows: (each: Numbered) => Row[]) {
  for (const each of numbered) yield* rows(each)
}
