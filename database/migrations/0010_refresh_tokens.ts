import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- A refresh token is the login and this number, signed: only the newest one is good.
      alter table logins
        add column generation integer not null default 0,
        add column rotated_at timestamptz not null default now();
    `)
  }
}
