import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type Alias = { id: number; alias: string }

type StaffMake = {
  id: number
  slug: string
  name: string
  nameAr: string | null
  version: number
  aliases: Alias[]
  models: number
  types: number
}

export type StaffModel = {
  id: number
  slug: string
  name: string
  nameAr: string | null
  version: number
  yearFrom: number
  yearTo: number | null
  makeId: number
  make: string
  makeAr: string | null
  aliases: Alias[]
  types: number
}

type Asked = { q?: string; makeId?: number; cursor?: string }

const ORDER = { makes: 'staff.makes:name:asc', models: 'staff.models:name:asc' }

const ALIASES = `coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'alias', a.alias) order by a.id)`

const MAKES = `
  select k.id, k.slug, k.name, k.name_ar as "nameAr", k.version,
    ${ALIASES} from vehicle_aliases a where a.make_id = k.id), '[]') as aliases,
    (select count(*)::int from vehicle_models m where m.make_id = k.id) as models,
    (select count(*)::int from vehicle_models m join vehicle_types t on t.model_id = m.id
     where m.make_id = k.id) as types
  from vehicle_makes k`

const MODELS = `
  select m.id, m.slug, m.name, m.name_ar as "nameAr", m.version, m.year_from as "yearFrom", m.year_to as "yearTo",
    k.id as "makeId", k.name as make, k.name_ar as "makeAr",
    ${ALIASES} from vehicle_aliases a where a.model_id = m.id), '[]') as aliases,
    (select count(*)::int from vehicle_types t where t.model_id = m.id) as types
  from vehicle_models m join vehicle_makes k on k.id = m.make_id`

/** A page of makes by name, of those that are called `q`. */
export async function staffMakesQuery(limit: number, { q = '', cursor }: Asked) {
  const place = placeOf(ORDER.makes, cursor)
  const rows = await sql<StaffMake>(
    `${MAKES} where (k.name, k.id) > ($1::text, $2::int) and ($3 = ''
       or fold_words(concat_ws(' ', k.name, k.name_ar)) like '%' || fold_words($3) || '%'
       or exists (select from vehicle_aliases a where a.make_id = k.id
         and a.alias_norm like '%' || fold_words($3) || '%'))
     order by k.name, k.id limit $4`,
    [place.value, place.id, q, limit + 1]
  )
  return pageOf(rows, limit, ORDER.makes, ({ name }) => name)
}

/** A page of models by name: those of a make, or of all, that are called `q`. */
export async function staffModelsQuery(limit: number, { q = '', makeId, cursor }: Asked) {
  const place = placeOf(ORDER.models, cursor)
  const rows = await sql<StaffModel>(
    `${MODELS} where (m.name, m.id) > ($1::text, $2::int) and ($5::int is null or m.make_id = $5) and ($3 = ''
       or fold_words(concat_ws(' ', k.name, m.name, m.name_ar)) like '%' || fold_words($3) || '%'
       or exists (select from vehicle_aliases a where a.model_id = m.id
         and a.alias_norm like '%' || fold_words($3) || '%'))
     order by m.name, m.id limit $4`,
    [place.value, place.id, q, limit + 1, makeId ?? null]
  )
  return pageOf(rows, limit, ORDER.models, ({ name }) => name)
}

/** Throws 404. */
export async function staffMakeQuery(id: number): Promise<StaffMake> {
  const [make] = await sql<StaffMake>(`${MAKES} where k.id = $1`, [id])
  if (!make) throw notFound('make')
  return make
}

/** Throws 404. */
export async function staffModelQuery(id: number): Promise<StaffModel> {
  const [model] = await sql<StaffModel>(`${MODELS} where m.id = $1`, [id])
  if (!model) throw notFound('model')
  return model
}

const placeOf = (order: string, cursor?: string) =>
  cursor ? decodeCursor(order, cursor) : { value: '', id: 0 }
