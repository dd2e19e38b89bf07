import { sql } from '#app/platform/database/sql'
import type { NumberKind } from '#app/references/find_numbers'

export type ProductNumber = { id: number; kind: NumberKind; number: string; owner: string }

const MOST_NUMBERS = 500

/** The numbers that a product is found by, grouped by kind. */
export function numbersOfQuery(productId: number): Promise<ProductNumber[]> {
  return sql<ProductNumber>(
    `select id, kind, number, owner from part_numbers where product_id = $1
     order by kind, owner, number limit ${MOST_NUMBERS}`,
    [productId]
  )
}
