import { loadedUntilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'

export type Make = {
  id: number
  slug: string
  name: string
  nameAr: string | null
  wmis: string[]
  aliases: string[]
  popularity: number
}

/** A generation of a model: Clio IV. */
export type Model = {
  id: number
  makeId: number
  slug: string
  name: string
  nameAr: string | null
  chassisCodes: string[]
  yearFrom: number
  yearTo: number | null
  aliases: string[]
  popularity: number
}

/** The finest vehicle of the catalogue: Clio IV 1.5 dCi 90. Dates are ISO days. */
export type VehicleType = {
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
  popularity: number
}

/** Every vehicle that parts are looked up for, held in memory: some thousand rows that every search reads. */
export class VehicleCatalogue {
  readonly makes: Map<number, Make>
  readonly models: Map<number, Model>
  readonly types: Map<number, VehicleType>
  readonly makeBySlug: Map<string, Make>
  readonly modelBySlug: Map<string, Model>
  readonly #modelsOfMake: Map<number, Model[]>
  readonly #typesOfModel: Map<number, VehicleType[]>

  constructor(makes: Make[], models: Model[], types: VehicleType[]) {
    this.makes = new Map(makes.map((make) => [make.id, make]))
    this.models = new Map(models.map((model) => [model.id, model]))
    this.types = new Map(types.map((type) => [type.id, type]))
    this.makeBySlug = new Map(makes.map((make) => [make.slug, make]))
    this.modelBySlug = new Map(models.map((model) => [model.slug, model]))
    this.#modelsOfMake = Map.groupBy(models, ({ makeId }) => makeId)
    this.#typesOfModel = Map.groupBy(types, ({ modelId }) => modelId)
  }

  modelsOf(make: Make): Model[] {
    return this.#modelsOfMake.get(make.id) ?? []
  }

  typesOf(model: Model): VehicleType[] {
    return this.#typesOfModel.get(model.id) ?? []
  }

  /** A type with the model and the make it belongs to; undefined when there is none of that id. */
  describe(typeId: number) {
    const type = this.types.get(typeId)
    if (!type) return undefined
    const model = this.models.get(type.modelId)!
    return { type, model, make: this.makes.get(model.makeId)! }
  }
}

/** The vehicles as of their newest change. */
export const vehicleCatalogue = loadedUntilChange(['vehicles'], readVehicles)

/** The vehicles as the database has them at this moment. */
export async function readVehicles(): Promise<VehicleCatalogue> {
  const [makes, models, types] = await Promise.all([
    sql<Make>(
      `select m.id, m.slug, m.name, m.name_ar as "nameAr", m.wmis, m.popularity,
         array(select alias from vehicle_aliases a where a.make_id = m.id order by id) as aliases
       from vehicle_makes m order by m.name, m.id`
    ),
    sql<Model>(
      `select m.id, m.make_id as "makeId", m.slug, m.name, m.name_ar as "nameAr",
         m.chassis_codes as "chassisCodes", m.year_from as "yearFrom", m.year_to as "yearTo", m.popularity,
         array(select alias from vehicle_aliases a where a.model_id = m.id order by id) as aliases
       from vehicle_models m order by m.name, m.year_from, m.id`
    ),
    sql<VehicleType>(
      `select id, model_id as "modelId", name, body, fuel, displacement_cc as "displacementCc",
         power_kw as "powerKw", engine_code as "engineCode", produced_from::text as "producedFrom",
         produced_to::text as "producedTo", popularity
       from vehicle_types order by fuel, displacement_cc, power_kw, id`
    ),
  ])
  return new VehicleCatalogue(makes, models, types)
}
