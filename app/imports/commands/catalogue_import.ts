import { flags } from '@adonisjs/core/ace'
import { ImportCommand } from '#app/imports/import_command'

export default class CatalogueImport extends ImportCommand {
  static commandName = 'catalogue:import'
  static description = 'Import products, brands or categories from CSV, TSV, XLSX or JSONL'
  static help = [
    'The format, encoding, delimiter and decimal style are detected; lists of PrestaShop,',
    'WooCommerce, Shopify, Medusa, Bagisto, Spree and Odoo are understood as they are.',
    'The same command after an interruption goes on where it was. See docs/imports.md.',
  ]

  @flags.string({ description: 'products, brands or categories', default: 'products' })
  declare entity: string

  @flags.boolean({ description: 'Do not ask about steep price changes' })
  declare yes?: boolean
}
