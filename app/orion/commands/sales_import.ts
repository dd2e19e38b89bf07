import { ImportCommand } from '#app/imports/import_command'

export default class SalesImport extends ImportCommand {
  static commandName = 'sales:import'
  static description = 'Import what was sold in former years, for the forecasts'
  static help = [
    'Columns: date, sku (or brand and mpn), quantity, unit_price, document; French and English headers',
    'are understood. Returns are negative. The same file again adds nothing. See docs/orion.md.',
  ]

  entity = 'sales'
}
