import { BaseSchema } from '@adonisjs/lucid/schema'

/** Insights know parts whose demand follows their price. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table insights drop constraint insights_kind_check, add constraint insights_kind_check
        check (kind in ('restock', 'spike', 'decline', 'dead_stock', 'price_sensitive', 'lost_sales'));
    `)
  }
}
