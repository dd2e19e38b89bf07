import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { NumberKind } from '#app/references/find_numbers'

type ProductNumber = { id: number; kind: NumberKind; number: string; owner: string }

const MOST_NUMBERS = 500

/** The numbers that a product is found by, grouped by kind. */
export function numbersOfQuery(productId: number): Promise<ProductNumber[]> {
  return sql<ProductNumber>(
    `select id, kind, number, owner from part_numbers where product_id = $1
     order by kind, owner, number limit ${MOST_NUMBERS}`,
    [productId]
  )
}

const ORDER = 'product_numbers:id:asc'

/** A page of them, in the order in which they came. */
export async function numbersPageQuery(productId: number, limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(ORDER, cursor).id : 0
  const rows = await sql<ProductNumber>(
    `select id, kind, number, owner from part_numbers where product_id = $1 and id > $2
     order by id limit $3`,
    [productId, after, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}
