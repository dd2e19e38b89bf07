import { BaseSchema } from '@adonisjs/lucid/schema'

/** How far a run is, for whoever started it and waits; and settings that staff change, with who did. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create unlogged table forecast_progress (
        only_one boolean primary key default true check (only_one),
        phase text not null,
        done integer not null,
        total integer not null,
        at timestamptz not null default now()
      );

      alter table forecast_settings
        add column id integer not null default 1 unique,
        add column horizon smallint not null default 12 check (horizon between 1 and 12), -- months that are forecast
        add constraint levels_are_known check (
          least(level_a, level_b, level_c) >= 0.5 and greatest(level_a, level_b, level_c) <= 0.998),
        alter column level_a type numeric(4, 3),
        alter column level_b type numeric(4, 3),
        alter column level_c type numeric(4, 3);
      create index insights_by_time on insights (created_at);
      select audit('forecast_settings', 'id', 'only_one');
    `)
  }
}
