import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { LEAD_TIME, type LeadTime } from '#app/purchasing/lead_times_query'

/** What a supplier asks for a piece: `cost` in millimes without tax. */
export type OfferRow = {
  id: number
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  reference: string | null
  cost: number
  pack: number
  minimum: number
  leadDays: number | null
  leadTime: LeadTime | null
}

const ORDER = 'offers:id:desc'

const COLUMNS = `o.id, o.product_id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr",
  o.reference, o.cost, o.pack, o.minimum, o.lead_days as "leadDays",
  ${LEAD_TIME} from lead_times l
   where l.supplier_id = o.supplier_id and l.product_id = o.product_id having count(*) > 0) as "leadTime"`

const FROM =
  'from supplier_offers o join products p on p.id = o.product_id and p.deleted_at is null'

/** A page of what a supplier offers, newest first. */
export async function supplierOffersQuery(supplierId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<OfferRow>(
    `select ${COLUMNS} ${FROM} where o.supplier_id = $1 and o.id < $2 order by o.id desc limit $3`,
    [supplierId, before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}
