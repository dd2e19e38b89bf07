import { BaseSchema } from '@adonisjs/lucid/schema'

/** The list by price has products without one, too. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      drop index products_by_price;
      create index products_by_price on products ((coalesce(price, -1)), id) where deleted_at is null;
    `)
  }
}
