import { sql } from '#app/platform/database/sql'

/** How many days deliveries took from the order to the pieces: the middle one, and what nine of ten did not pass. */
export type LeadTime = { deliveries: number; median: number; ninetieth: number }

/** Figures of `lead_times l`; null without any. */
export const LEAD_TIME = `(
  select json_build_object('deliveries', count(*)::int,
    'median', percentile_disc(0.5) within group (order by l.days),
    'ninetieth', percentile_disc(0.9) within group (order by l.days))`

/** Of all that a supplier has delivered; null before the first delivery. */
export async function supplierLeadTime(supplierId: number): Promise<LeadTime | null> {
  const [{ figures }] = await sql<{ figures: LeadTime | null }>(
    `select ${LEAD_TIME} from lead_times l where l.supplier_id = $1 having count(*) > 0) as figures`,
    [supplierId]
  )
  return figures
}

/** One delivery of a product, newest first. */
type Observation = {
  sku: string
  productId: number
  days: number
  quantity: number
  receivedAt: Date
}

export const recentDeliveries = (supplierId: number, most: number) =>
  sql<Observation>(
    `select p.sku, l.product_id as "productId", l.days, l.quantity, l.received_at as "receivedAt"
     from lead_times l join products p on p.id = l.product_id
     where l.supplier_id = $1 order by l.id desc limit $2`,
    [supplierId, most]
  )
