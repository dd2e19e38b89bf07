import { BaseSchema } from '@adonisjs/lucid/schema'

/** Leads are found by the firm of their matricule, however much of it is told. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(FIRMS)
  }
}

const FIRMS = /* sql */ `
  create index lead_keys_by_firm on lead_keys (left(value, 8)) where kind = 'tax';
`
