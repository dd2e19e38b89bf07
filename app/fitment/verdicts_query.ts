import { sql } from '#app/platform/database/sql'

export const FITS = ['fits', 'conditional', 'unknown', 'no'] as const

/** Whether a product fits a vehicle. `no` only when it is known what the product fits. */
export type Fit = (typeof FITS)[number]

export type Verdict = { fit: Fit; conditions: { fr: string; ar: string | null }[] }

type Row = { id: number; fit: Fit; conditions: Verdict['conditions'] | null }

const VERDICTS = `
  select p.id,
    case
      when f.unconditional then 'fits'
      when f.any_row then 'conditional'
      when exists (select from fitments o where o.product_id = p.id) then 'no'
      else 'unknown'
    end as fit,
    case when not f.unconditional then f.conditions end as conditions
  from unnest($1::int[]) p (id)
  cross join lateral (
    select count(*) > 0 as any_row, coalesce(bool_or(t.condition_id = 0), false) as unconditional,
      json_agg(json_build_object('fr', c.text_fr, 'ar', c.text_ar) order by c.id) as conditions
    from fitments t join fit_conditions c on c.id = t.condition_id
    where t.product_id = p.id and t.vehicle_type_id = $2
  ) f`

/** The verdict for each product and this vehicle. One statement, one probe of the key per product. */
export async function verdictsQuery(
  productIds: number[],
  vehicleTypeId: number
): Promise<Map<number, Verdict>> {
  if (productIds.length === 0) return new Map()
  const rows = await sql<Row>(VERDICTS, [productIds, vehicleTypeId])
  return new Map(rows.map(({ id, fit, conditions }) => [id, { fit, conditions: conditions ?? [] }]))
}
