import { BaseSchema } from '@adonisjs/lucid/schema'

/** Lost sales are reckoned from days without stock; those that are known are told so until the next run. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      update insights set arithmetic = arithmetic - 'months' || jsonb_build_object(
        'days', round((arithmetic ->> 'months')::numeric * 365 / 12),
        'missed', (arithmetic ->> 'months')::numeric * (arithmetic ->> 'average')::numeric)
      where kind = 'lost_sales' and (arithmetic ->> 'months') is not null;
    `)
  }
}
