import { ImportCommand } from '#app/imports/import_command'

export default class PartNumbersImport extends ImportCommand {
  static commandName = 'part-numbers:import'
  static description = 'Import further numbers of parts, and which number replaced which'
  static help = [
    'A row names a part (sku, or brand and mpn), kind, number, owner and confidence; a cell may hold',
    'several: Renault:7701206379|PSA:4252.45. Or it is a supersession: old_number, new_number, owner.',
    'See docs/imports.md.',
  ]

  entity = 'part-numbers'
}
