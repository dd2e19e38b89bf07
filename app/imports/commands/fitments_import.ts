import { ImportCommand } from '#app/imports/import_command'

export default class FitmentsImport extends ImportCommand {
  static commandName = 'fitments:import'
  static description = 'Import which products fit which vehicles, by K-type or by rules in words'
  static help = [
    'A row names a part (sku, or brand and mpn) and vehicles: a ktype, columns such as make, model,',
    'engine, year_from and year_to, or one text such as "Clio IV, K9K, 2012-2019" (application).',
    'Headers of ACES and TecDoc lists are understood. See docs/imports.md.',
  ]

  entity = 'fitments'
}
