import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Whose answer is kept, where a customer had it: 'customer:7'. It goes when they are erased.
      alter table idempotency_keys add column owner text;
      create index idempotency_keys_of_owner on idempotency_keys (owner) where owner is not null;
    `)
  }
}
