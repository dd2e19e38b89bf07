import { BaseSchema } from '@adonisjs/lucid/schema'

/** A line of former sales is known by all that it says: importing a file again adds nothing. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create unique index sales_history_imported_once
        on sales_history (product_id, sold_on, quantity, unit_price, document) nulls not distinct
        where source = 'import';
    `)
  }
}
