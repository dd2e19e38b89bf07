import { BaseSchema } from '@adonisjs/lucid/schema'

/** Attempts of whoever knew the number of an order alone: they replace nothing until their money has come. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table payments add column is_aside boolean not null default false;
    `)
  }
}
