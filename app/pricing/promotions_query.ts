import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { PromotionKind } from '#app/pricing/promotion'
import type { PROMOTION_STATES } from '#app/pricing/promotion_validators'

type PromotionState = (typeof PROMOTION_STATES)[number]

/** A promotion as staff see it: amounts in millimes, days of Tunis as `2026-11-30`. */
export type PromotionRow = {
  id: number
  name: string
  code: string | null
  kind: PromotionKind
  percent: number | null
  amount: number | null
  buy: number | null
  get: number | null
  /** Slugs; `brandName` and `categoryName` are what people call them. */
  brand: string | null
  brandName: string | null
  category: string | null
  categoryName: string | null
  group: string | null
  groupName: string | null
  minSubtotal: number
  startsOn: string | null
  endsOn: string | null
  maxUses: number | null
  oncePerCustomer: boolean
  combines: boolean
  isActive: boolean
  /** Live redemptions, and what they have given. */
  uses: number
  given: number
  state: PromotionState
  version: number
}

const STATE = `case
  when not p.is_active or p.ends_on < day_in_tunis() or p.uses >= p.max_uses then 'over'
  when p.starts_on > day_in_tunis() then 'planned'
  else 'running' end`

const ROW = `
  select p.id, p.name, p.code, p.kind, p.percent, p.amount, p.buy, p.get, b.slug as brand, b.name as "brandName",
    c.slug as category, c.name_fr as "categoryName", g.code as "group", g.name as "groupName",
    p.min_subtotal as "minSubtotal", p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
    p.max_uses as "maxUses", p.once_per_customer as "oncePerCustomer", p.combines, p.is_active as "isActive",
    r.uses, r.given, ${STATE} as state, p.version
  from promotions p
  left join brands b on b.id = p.brand_id
  left join categories c on c.id = p.category_id
  left join customer_groups g on g.id = p.group_id
  cross join lateral (
    select count(*)::int as uses, coalesce(sum(amount), 0)::bigint as given from promotion_redemptions r
    where r.promotion_id = p.id and r.released_at is null) r`

const ORDER = 'promotions:id:desc'

/** A page of promotions, the newest first. */
export async function promotionsQuery(
  { state }: { state?: PromotionState },
  limit: number,
  cursor?: string
) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const rows = await sql<PromotionRow>(
    `${ROW} where p.id < $1 and ($3::text is null or ${STATE} = $3) order by p.id desc limit $2`,
    [before, limit + 1, state ?? null]
  )
  return pageOf(rows, limit, ORDER)
}

/** One of them. Throws a 404. */
export async function promotionRowQuery(id: number): Promise<PromotionRow> {
  const [row] = await sql<PromotionRow>(`${ROW} where p.id = $1`, [id])
  if (!row) throw notFound('promotion')
  return row
}

/** A use of a promotion. `holder` is an order, such as `order:SAP-2026-000123`; `amount` in millimes. */
export type Redemption = {
  id: number
  holder: string
  amount: number
  redeemedAt: Date
  releasedAt: Date | null
}

const NEWEST = 'redemptions:id:desc'

/** A page of the uses of a promotion, the newest first. */
export async function redemptionsQuery(promotionId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(NEWEST, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<Redemption>(
    `select id, holder, amount, redeemed_at as "redeemedAt", released_at as "releasedAt"
     from promotion_redemptions where promotion_id = $1 and id < $3 order by id desc limit $2`,
    [promotionId, limit + 1, before]
  )
  return pageOf(rows, limit, NEWEST)
}
