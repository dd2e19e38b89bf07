import { sql } from '#app/platform/database/sql'

type RejectedEquivalent = {
  id: number
  sku: string
  nameFr: string
  nameAr: string | null
  note: string | null
}

const MOST = 100

/** Products that staff said do not stand in for this one. */
export function rejectedEquivalentsQuery(productId: number): Promise<RejectedEquivalent[]> {
  return sql<RejectedEquivalent>(
    `select p.id, p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", v.note
     from equivalence_verdicts v
     join products p on p.id = case when v.product_a = $1 then v.product_b else v.product_a end
     where (v.product_a = $1 or v.product_b = $1) and v.verdict = 'rejected' and p.deleted_at is null
     order by v.decided_at desc, p.id limit ${MOST}`,
    [productId]
  )
}
