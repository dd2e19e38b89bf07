import { BaseSchema } from '@adonisjs/lucid/schema'

/** What facets count stands in the key itself: of thousands of products that words find none is looked up in its table. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      set local statement_timeout = 0;
      alter table product_listings drop constraint product_listings_pkey,
        add primary key (product_id) include (brand_id, category_id, price, availability, quality, facet_value_ids);
    `)
  }
}
