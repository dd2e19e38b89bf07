import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** Months are `2012-09`; `producedTo` is null while it is built. */
type StaffType = {
  id: number
  modelId: number
  name: string
  body: string
  fuel: string
  displacementCc: number | null
  powerKw: number | null
  engineCode: string
  producedFrom: string
  producedTo: string | null
  ktype: number | null
  version: number
  /** That fit it. */
  products: number
}

const ORDER = 'staff.types:id:asc'

const TYPES = `
  select t.id, t.model_id as "modelId", t.name, t.body, t.fuel, t.displacement_cc as "displacementCc",
    t.power_kw as "powerKw", t.engine_code as "engineCode", to_char(t.produced_from, 'YYYY-MM') as "producedFrom",
    to_char(t.produced_to, 'YYYY-MM') as "producedTo", t.ktype, t.version,
    (select count(distinct f.product_id)::int from fitments f where f.vehicle_type_id = t.id) as products
  from vehicle_types t`

/** A page of the types of a model. */
export async function staffTypesQuery(modelId: number, limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(ORDER, cursor).id : 0
  const rows = await sql<StaffType>(
    `${TYPES} where t.model_id = $1 and t.id > $2 order by t.id limit $3`,
    [modelId, after, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}

/** Throws 404. */
export async function staffTypeQuery(id: number): Promise<StaffType> {
  const [type] = await sql<StaffType>(`${TYPES} where t.id = $1`, [id])
  if (!type) throw notFound('vehicle type')
  return type
}
