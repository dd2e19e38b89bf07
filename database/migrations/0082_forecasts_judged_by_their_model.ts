import { BaseSchema } from '@adonisjs/lucid/schema'

/** A forecast is judged by what its own model had promised, and a stretch of bad months is told once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Who said it: models change before a month is over.
      alter table forecast_tracks add column model_id integer references forecast_models;
      update forecast_tracks t set model_id = (
        select r.model_id from forecast_runs r where r.origin = t.origin order by r.id limit 1);
      delete from forecast_tracks where model_id is null;
      alter table forecast_tracks alter column model_id set not null;
      update forecast_scores s set model_id = coalesce((
        select r.model_id from forecast_runs r where r.origin = s.origin order by r.id limit 1), s.model_id);

      -- One at a time, until forecasts are as good as promised again; model_id spoke of the last month of it.
      alter table forecast_alarms drop constraint forecast_alarms_pkey,
        add column id integer generated always as identity primary key,
        add column ended_at timestamptz;
      update forecast_alarms set ended_at = now() where id <> (
        select id from forecast_alarms order by raised_at desc, id desc limit 1);
      create unique index one_open_forecast_alarm on forecast_alarms ((true)) where ended_at is null;
    `)
  }
}
