import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import db from '@adonisjs/lucid/services/db'

type Wanted = Partial<{
  make: string
  model: string
  name: string
  engineCode: string
  fuel: string
  powerKw: number
  from: string
  to: string | null
  aliases: string[]
}>

const slugOf = (text: string) => text.toLowerCase().replace(/\W+/g, '-')

/** A vehicle type, with its make and model when they are not there yet. Returns its id. */
export async function createVehicle(wanted: Wanted = {}): Promise<number> {
  const { make = 'Renault', model = 'Clio IV', name = '1.5 dCi 90', aliases = [] } = wanted
  const [{ id: makeId }] = await sql<{ id: number }>(
    `insert into vehicle_makes (slug, name, wmis) values ($1, $2, array['VF1'])
     on conflict (slug) do update set name = excluded.name returning id`,
    [slugOf(make), make]
  )
  const [{ id: modelId }] = await sql<{ id: number }>(
    `insert into vehicle_models (make_id, slug, name, year_from) values ($1, $2, $3, 2012)
     on conflict (slug) do update set name = excluded.name returning id`,
    [makeId, slugOf(`${make} ${model}`), model]
  )
  for (const alias of aliases) {
    await sql(
      'insert into vehicle_aliases (model_id, alias) values ($1, $2) on conflict do nothing',
      [modelId, alias]
    )
  }
  const [{ id }] = await sql<{ id: number }>(
    `insert into vehicle_types (model_id, name, body, fuel, power_kw, engine_code, produced_from, produced_to)
     values ($1, $2, 'hatchback', $3, $4, $5, $6, $7) returning id`,
    [
      ...[modelId, name, wanted.fuel ?? 'diesel', wanted.powerKw ?? 66],
      ...[wanted.engineCode ?? 'K9K', wanted.from ?? '2012-01-01', wanted.to ?? null],
    ]
  )
  await db.transaction((trx) => bumpEpochs(['vehicles'], trx))
  return id
}

/** Says that a product fits a vehicle, under a condition when one is given. */
export async function createFitment(productId: number, vehicleTypeId: number, condition = '') {
  const [{ id }] = await sql<{ id: number }>(
    `insert into fit_conditions (text_fr) values ($1)
     on conflict (text_fr) do update set text_fr = excluded.text_fr returning id`,
    [condition]
  )
  await sql(
    'insert into fitments (product_id, vehicle_type_id, condition_id) values ($1, $2, $3)',
    [productId, vehicleTypeId, id]
  )
}
