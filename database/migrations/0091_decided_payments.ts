import { BaseSchema } from '@adonisjs/lucid/schema'

/** What staff have made of money that did not fit: nobody looks at the gateway any more. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table payments add column decision text check (decision in ('accepted', 'closed'));
    `)
  }
}
