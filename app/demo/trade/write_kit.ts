import { addNumbers } from '#app/catalogue/products/product_numbers'
import { touchProduct } from '#app/catalogue/products/touch_product'
import { createProduct } from '#app/catalogue/products/write_product'
import { BRANDS } from '#app/demo/data/brands/all'
import { gtin13 } from '#app/demo/gtin'
import { DEMO } from '#app/demo/trade/demo_acting'
import { setKit } from '#app/kits/write_kit'
import { sql } from '#app/platform/database/sql'

/** A shop of so many products has a kit among them: it sells an oil and a filter, whatever the seed. */
export const KIT_FROM = 200

/** What the kit is made of: a filter and an oil, by category and in the order of their slugs. */
export const COMPONENTS = ['filtration/filtre-a-huile', 'huiles-et-fluides/huile-moteur']

const SKU = 'LOT-VIDANGE'
const MPN = 'KV-1001'
const TRADE_NUMBER = 'VIDANGE 1001'
/** The last one that a brand may give: its parts begin at 0. */
const ITEM = 99_999
/** Cheaper together. */
const SHARE = 0.93

type Favourite = {
  id: number
  sku: string
  nameFr: string
  nameAr: string | null
  price: number
  brand: string
  category: string
}

/** The most sold of a category that there is plenty of, or any that is sold. */
const FAVOURITES = `
  select distinct on (c.slug) p.id, p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", p.price,
    b.slug as brand, c.slug as category
  from products p
  join brands b on b.id = p.brand_id
  join categories c on c.id = p.category_id
  where c.slug = any ($1) and p.status = 'active' and p.price is not null
  order by c.slug,
    (select sum(on_hand) from stock_levels s where s.product_id = p.id) >= 6 desc nulls last,
    (select sum(quantity) from sales_history s where s.product_id = p.id) desc nulls last, p.sku`

/** An oil and a filter of a shop from `KIT_FROM` on that are sold as one as well, with what all products have. */
export async function writeKit(): Promise<void> {
  const [filter, oil] = await sql<Favourite>(FAVOURITES, [COMPONENTS])
  const id = await createKit(oil, filter)
  const numbers = [{ number: TRADE_NUMBER, owner: '' }]
  await addNumbers(id, { kind: 'trade', numbers }, DEMO)
  await showAs(filter, id)
  const parts = [oil, filter].map(({ sku }) => ({ sku, quantity: 1 }))
  await setKit(id, parts, { acting: DEMO })
}

async function createKit(oil: Favourite, filter: Favourite): Promise<number> {
  const price = Math.round(((oil.price + filter.price) * SHARE) / 100) * 100
  const brand = BRANDS.find(({ slug }) => slug === filter.brand)!
  const kit = await createProduct(
    {
      ...{ sku: SKU, mpn: MPN, gtin: gtin13(brand, ITEM) },
      ...{ name: `Lot vidange : ${filter.nameFr} + ${oil.nameFr}` },
      ...{ nameAr: `مجموعة تغيير الزيت: ${filter.nameAr} + ${oil.nameAr}` },
      ...{ brand: filter.brand, category: filter.category, price },
      ...{ status: 'active', quality: 'aftermarket' },
    },
    { ...DEMO, reason: 'Prix du lot' }
  )
  return kit.id
}

/** The kit has the picture of one of its parts. */
async function showAs({ id }: Favourite, kitId: number) {
  await touchProduct(kitId, DEMO, async ({ nameFr, nameAr }, trx) => {
    const [{ path }] = await sql<{ path: string }>(
      `insert into product_images (product_id, path, position, alt_fr, alt_ar)
       select $1, path, 0, $2, $3 from product_images where product_id = $4 and position = 0 returning path`,
      [kitId, nameFr, nameAr, id],
      trx
    )
    return { images: [null, path] }
  })
}
