import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the score of a lead was last made of: rules that nobody has saved yet are tried out on it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table leads add column facts jsonb')
  }
}
