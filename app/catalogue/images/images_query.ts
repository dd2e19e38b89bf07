import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

export type ProductImage = {
  id: number
  path: string
  position: number
  altFr: string | null
  altAr: string | null
}

/** The pictures of a product, the first one first. */
export function imagesQuery(
  productId: number,
  trx?: TransactionClientContract
): Promise<ProductImage[]> {
  return sql<ProductImage>(
    `select id, path, position, alt_fr as "altFr", alt_ar as "altAr" from product_images
     where product_id = $1 order by position`,
    [productId],
    trx
  )
}
