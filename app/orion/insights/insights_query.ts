import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export const INSIGHT_KINDS = [
  'restock',
  'spike',
  'decline',
  'dead_stock',
  'price_sensitive',
  'lost_sales',
] as const
export const INSIGHT_STATUSES = ['open', 'done', 'dismissed', 'lapsed'] as const

export type InsightKind = (typeof INSIGHT_KINDS)[number]
type InsightStatus = (typeof INSIGHT_STATUSES)[number]

/** Something to look at: `value` is what is at stake in millimes, `arithmetic` what it was reckoned from. */
export type Insight = {
  id: number
  kind: InsightKind
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  value: number
  arithmetic: Record<string, number | boolean>
  status: InsightStatus
  createdAt: Date
  /** Whether an active supplier offers the product: without one nothing is proposed. */
  hasOffer: boolean
}

const ORDER = 'insights:value:desc'

export const INSIGHT_COLUMNS = `i.id, i.kind, i.product_id as "productId", p.sku, p.name_fr as "nameFr",
  p.name_ar as "nameAr", i.value, i.arithmetic, i.status, i.created_at as "createdAt",
  exists (select from supplier_offers o join suppliers u on u.id = o.supplier_id and u.active
    where o.product_id = i.product_id) as "hasOffer"`

/** A page of insights, those with the most money at stake first. */
export async function insightsQuery(
  { kind, status = 'open' }: { kind?: InsightKind; status?: InsightStatus },
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(ORDER, cursor) : undefined
  const rows = await sql<Insight>(
    `select ${INSIGHT_COLUMNS} from insights i join products p on p.id = i.product_id
     where i.status = $1 and ($2::text is null or i.kind = $2)
       and ($3::bigint is null or (i.value, i.id) < ($3, $4))
     order by i.value desc, i.id desc limit $5`,
    [status, kind ?? null, after?.value ?? null, after?.id ?? null, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ value }) => value)
}

/** How many of each kind are open. */
export async function openInsightCounts(): Promise<Partial<Record<InsightKind, number>>> {
  const rows = await sql<{ kind: InsightKind; count: number }>(
    `select kind, count(*)::int as count from insights where status = 'open' group by 1`
  )
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}
