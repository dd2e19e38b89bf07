import { createProduct } from '#app/catalogue/products/write_product'
import type { Goods } from '#app/demo/trade/goods'
import { DEMO } from '#app/demo/trade/demo_acting'
import { setKit } from '#app/kits/write_kit'

const SKU = 'LOT-VIDANGE'
const OIL = 'huiles-et-fluides/huile-moteur'
const FILTER = 'filtration/filtre-a-huile'
/** Cheaper together. */
const SHARE = 0.93

/** An oil and a filter that are sold as one as well. */
export async function writeKit(goods: Goods[]): Promise<void> {
  const oil = goods.find(({ category }) => category === OIL)
  const filter = goods.find(({ category }) => category === FILTER)
  if (!oil || !filter) return
  const price = Math.round(((oil.price + filter.price) * SHARE) / 100) * 100
  const kit = await createProduct(
    {
      ...{ sku: SKU, name: `Lot vidange : ${filter.nameFr} + ${oil.nameFr}` },
      ...{ nameAr: `مجموعة تغيير الزيت: ${filter.nameAr} + ${oil.nameAr}` },
      ...{ brand: filter.brand, category: filter.category, price },
      ...{ status: 'active', quality: 'aftermarket' },
    },
    { ...DEMO, reason: 'Prix du lot' }
  )
  const parts = [oil, filter].map(({ sku }) => ({ sku, quantity: 1 }))
  await setKit(kit.id, parts, { acting: DEMO })
}
