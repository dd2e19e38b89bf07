import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** What to buy and why. Amounts in millimes; `cost` of a piece and without tax. */
export type Proposal = {
  id: number
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  supplierId: number
  supplier: string
  quantity: number
  cost: number
  value: number
  withinBudget: boolean
  arithmetic: Record<
    | ('level' | 'upTo' | 'available' | 'incoming' | 'missing')
    | ('pack' | 'minimum' | 'leadDays' | 'price'),
    number
  > & { class: 'A' | 'B' | 'C' }
}

type ProposalsAsked = { supplierId?: number }

const ORDER = 'purchase_proposals:value:desc'

/** A page of open proposals, those first without which the most sales would be missed. */
export async function proposalsQuery(
  { supplierId }: ProposalsAsked,
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(ORDER, cursor) : undefined
  const rows = await sql<Proposal>(
    `select x.id, x.product_id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr",
       x.supplier_id as "supplierId", s.name as supplier, x.quantity, x.cost, x.value,
       x.within_budget as "withinBudget", x.arithmetic
     from purchase_proposals x join products p on p.id = x.product_id join suppliers s on s.id = x.supplier_id
     where x.state = 'open' and ($1::int is null or x.supplier_id = $1)
       and ($2::bigint is null or (x.value, x.id) < ($2, $3))
     order by x.value desc, x.id desc limit $4`,
    [supplierId ?? null, after?.value ?? null, after?.id ?? null, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ value }) => value)
}
