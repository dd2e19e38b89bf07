import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** What one kit is made of. `free` are pieces that may be promised. */
export type Component = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  quantity: number
  free: number
}

/** The components of a kit by SKU; none for what is no kit. */
export const componentsQuery = (kitId: number, trx?: TransactionClientContract) =>
  sql<Component>(
    `select p.id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", k.quantity,
       coalesce((select free from free_stock(array[p.id])), 0) as free
     from kit_components k join products p on p.id = k.component_id
     where k.kit_id = $1 order by p.sku`,
    [kitId],
    trx
  )

/** As many kits as the scarcest component allows; null for what is no kit. */
export const kitsOf = (components: Component[]): number | null =>
  components.length === 0
    ? null
    : Math.min(...components.map(({ free, quantity }) => Math.floor(free / quantity)))

/** The kits that need a product, by SKU. */
export const kitsWithQuery = (productId: number) =>
  sql<{ id: number; sku: string; quantity: number }>(
    `select p.id, p.sku, k.quantity from kit_components k join products p on p.id = k.kit_id
     where k.component_id = $1 order by p.sku limit 50`,
    [productId]
  )
