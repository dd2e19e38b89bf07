import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- A form that is sent twice asks once.
      alter table refunds add column request_key text;
      create unique index refunds_by_request on refunds (payment_id, request_key) where request_key is not null;
    `)
  }
}
