import { UNDOABLE_VEHICLES } from '#app/fitment/vehicles/undoable_vehicles'
import type { ImportTarget } from '#app/imports/import_target'
import { applyVehicles } from '#app/imports/vehicles/apply_vehicles'
import { VEHICLE_RULES } from '#app/imports/vehicles/columns'
import { settleVehicles } from '#app/imports/vehicles/settle_vehicles'
import { stageVehicle } from '#app/imports/vehicles/stage_vehicle'
import { notAList } from '#app/imports/files/not_a_list'

/** Makes, models and types of vehicles, told apart by their names or by K-type. */
const vehiclesTarget: ImportTarget = {
  entity: 'vehicles',
  undoable: UNDOABLE_VEHICLES,

  columns: {
    make: 'text',
    make_slug: 'text',
    make_ar: 'text',
    make_aliases: 'jsonb',
    model: 'text',
    model_slug: 'text',
    model_ar: 'text',
    model_from: 'smallint',
    model_to: 'smallint',
    aliases: 'jsonb',
    chassis_codes: 'jsonb',
    type: 'text',
    type_folded: 'text',
    body: 'text',
    fuel: 'text',
    cc: 'integer',
    kw: 'smallint',
    engine_code: 'text',
    produced_from: 'date',
    produced_to: 'date',
    ktype: 'integer',
  },

  read() {
    return { name: 'vehicles', rules: VEHICLE_RULES, numbers: ['cc'], stage: stageVehicle }
  },

  expectColumns(columns, headers) {
    const isOfParts = columns.has('ktype') && !columns.has('model')
    if (columns.has('make') && columns.size > 1 && !isOfParts) return
    throw notAList('vehicles', headers, 'make and model')
  },

  settle: settleVehicles,
  apply: applyVehicles,
}

export default vehiclesTarget
