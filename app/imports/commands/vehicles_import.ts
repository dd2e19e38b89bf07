import { ImportCommand } from '#app/imports/import_command'

export default class VehiclesImport extends ImportCommand {
  static commandName = 'vehicles:import'
  static description = 'Import makes, models and types of vehicles'
  static help = [
    'Columns: make, model, type, body, fuel, cc, kw or hp, engine_code, from, to, ktype, aliases,',
    'chassis_codes; French and English headers are understood. Rules that speak of the makes are',
    'expanded again. See docs/imports.md.',
  ]

  entity = 'vehicles'
}
