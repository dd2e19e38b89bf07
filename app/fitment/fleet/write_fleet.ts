import db from '@adonisjs/lucid/services/db'
import { slugify } from '#app/catalogue/products/product_slug'
import { FLEET_MAKES } from '#app/fitment/fleet/makes'
import { familyOf, type ModelData } from '#app/fitment/fleet/model'
import { FLEET_MODELS } from '#app/fitment/fleet/models/all'
import { type VehicleType, vehicleTypesOf } from '#app/fitment/fleet/vehicle_types'
import { WMI } from '#app/fitment/fleet/wmi'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'

/**
 * Writes the fleet that drives in Tunisia, with what customers call it. What is there already stays as
 * staff may have changed it; what is missing is added.
 */
export function writeFleet(): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, { actor: 'fleet', source: 'command' })
    await sql(ADD_MAKES, [JSON.stringify(FLEET_MAKES.map(makeRow))], trx)
    await sql(ADD_MODELS, [JSON.stringify(FLEET_MODELS.map(modelRow))], trx)
    await sql(ADD_TYPES, [JSON.stringify(FLEET_MODELS.flatMap(typeRows))], trx)
    await sql(ADD_ALIASES, [JSON.stringify(aliasRows())], trx)
    await bumpEpochs(['vehicles'], trx)
  })
}

const makeRow = ({ name, slug, ar }: (typeof FLEET_MAKES)[number], place: number) => ({
  slug,
  name,
  nameAr: ar,
  wmis: Object.keys(WMI).filter((wmi) => WMI[wmi] === slug),
  popularity: FLEET_MAKES.length - place,
})

const modelRow = (data: ModelData) => ({
  make: data.make,
  slug: slugify(`${data.make} ${data.model}`),
  name: data.model,
  nameAr: data.ar,
  chassis: data.chassis,
  from: data.years[0],
  to: data.years[1] || null,
  popularity: Math.round(data.share * 100),
})

function typeRows(data: ModelData) {
  const types = vehicleTypesOf(data)
  return types.map((type) => ({
    model: slugify(`${data.make} ${data.model}`),
    name: type.hp ? `${type.engine} ${type.hp}` : type.engine,
    body: type.body,
    fuel: type.fuel,
    cc: type.cc || null,
    kw: type.kw,
    engineCode: type.engineCode,
    ...daysOf(type),
    popularity: Math.round((data.share * 100) / types.length),
  }))
}

const daysOf = ({ from, to }: VehicleType) => ({
  from: `${from}-01-01`,
  to: to ? `${to}-12-31` : null,
})

function aliasRows() {
  const ofMakes = FLEET_MAKES.flatMap(({ slug, aliases }) =>
    aliases.map((alias) => ({ make: slug, model: null, alias }))
  )
  const ofModels = FLEET_MODELS.flatMap((data) => {
    const family = familyOf(data)
    const names = family === data.model ? data.aliases : [...data.aliases, family]
    const model = slugify(`${data.make} ${data.model}`)
    return names.map((alias) => ({ make: null, model, alias }))
  })
  return [...ofMakes, ...ofModels]
}

const ADD_MAKES = `
  insert into vehicle_makes (slug, name, name_ar, wmis, popularity)
  select slug, name, "nameAr", wmis, popularity
  from jsonb_to_recordset($1) as (slug text, name text, "nameAr" text, wmis text[], popularity int)
  on conflict do nothing`

const ADD_MODELS = `
  insert into vehicle_models (make_id, slug, name, name_ar, chassis_codes, year_from, year_to, popularity)
  select k.id, m.slug, m.name, m."nameAr", m.chassis, m."from", m."to", m.popularity
  from jsonb_to_recordset($1) as m (make text, slug text, name text, "nameAr" text, chassis text[],
    "from" smallint, "to" smallint, popularity int)
  join vehicle_makes k on k.name = m.make
  on conflict do nothing`

const ADD_TYPES = `
  insert into vehicle_types
    (model_id, name, body, fuel, displacement_cc, power_kw, engine_code, produced_from, produced_to, popularity)
  select m.id, t.name, t.body, t.fuel, t.cc, t.kw, t."engineCode", t."from", t."to", t.popularity
  from jsonb_to_recordset($1) as t (model text, name text, body text, fuel text, cc int, kw smallint,
    "engineCode" text, "from" date, "to" date, popularity int)
  join vehicle_models m on m.slug = t.model
  on conflict do nothing`

const ADD_ALIASES = `
  insert into vehicle_aliases (make_id, model_id, alias)
  select k.id, m.id, a.alias
  from jsonb_to_recordset($1) as a (make text, model text, alias text)
  left join vehicle_makes k on k.slug = a.make
  left join vehicle_models m on m.slug = a.model
  where num_nonnulls(k.id, m.id) = 1
  on conflict do nothing`
