import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which ways to pay buyers are offered: what is not here is on, if the settings of the server know it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table payment_switches (
        method text primary key check (method in ('cod', 'transfer', 'konnect', 'clictopay', 'flouci', 'paymee', 'stripe')),
        id text not null generated always as (method) stored, -- for the audit log
        is_on boolean not null,
        changed_at timestamptz not null default now()
      );
      select audit('payment_switches', 'method', 'changed_at');
    `)
  }
}
