import { BaseSchema } from '@adonisjs/lucid/schema'

/** What Orion has learned and forecast (docs/adr/0024-forecasts-at-work.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(MODELS)
    this.schema.raw(FORECASTS)
    this.schema.raw(WATCH)
    this.schema.raw(ABILITIES)
  }
}

const MODELS = /* sql */ `
  -- What was learned at once. Its files lie on the disk of models; the manifest says which, and what they hash to.
  create table forecast_models (
    id integer generated always as identity primary key,
    key text not null unique, -- folder of the files
    files_kept boolean not null default true,
    trained_at timestamptz not null default now(),
    known_until date not null, -- first day that it knows nothing of
    months smallint not null,
    parts integer not null,
    seed integer not null,
    manifest jsonb not null,
    evaluation jsonb not null
  );

  create table forecast_runs (
    id integer generated always as identity primary key,
    model_id integer not null references forecast_models,
    origin date not null, -- first month that is forecast
    horizon smallint not null check (horizon between 1 and 12),
    parts integer not null,
    made_at timestamptz not null default now()
  );

  -- What the shop goes by: switched in the transaction that writes what it points at.
  create table forecast_state (
    only_one boolean primary key default true check (only_one),
    model_id integer references forecast_models,
    run_id integer references forecast_runs
  );
  insert into forecast_state default values;

  create table forecast_settings (
    only_one boolean primary key default true check (only_one),
    level_a real not null default 0.95, -- share of the lead times that stock lasts for, by class of turnover
    level_b real not null default 0.9,
    level_c real not null default 0.8,
    lead_days smallint not null default 14 check (lead_days between 0 and 180), -- where no supplier has said or shown
    review_days smallint not null default 7 check (review_days between 1 and 60), -- from one order to the next
    budget bigint check (budget >= 0) -- millimes without tax for all proposals together; null: no cap
  );
  insert into forecast_settings default values;
`

const FORECASTS = /* sql */ `
  create table forecasts (
    run_id integer not null references forecast_runs on delete cascade,
    product_id integer not null references products on delete cascade,
    demand_class text not null,
    model text not null, -- pool, a simple model, or pool+model
    known_months smallint not null,
    history real[] not null, -- pieces of the last months, oldest first; NaN where unknown
    means real[] not null, -- of each month, pieces
    q50 real[] not null,
    q90 real[] not null,
    q95 real[] not null,
    q99 real[] not null,
    lead_model text not null,
    lead_days smallint not null,
    lead_months smallint not null,
    lead_mean real not null,
    lead_quantiles real[] not null, -- at the 13 levels of app/orion/models/levels.ts
    facts jsonb not null, -- figures of the last year that insights reckon with
    expected real not null, -- sum of means: what lists are sorted by
    backtest jsonb, -- errors of the next month from rolling origins; null when nothing was tested
    primary key (run_id, product_id)
  );
  create index forecasts_by_expected on forecasts (run_id, expected desc, product_id desc);
  create index forecasts_of_product on forecasts (product_id);
`

const WATCH = /* sql */ `
  -- What was said of the next month, kept until that month is over.
  create table forecast_tracks (
    origin date not null,
    product_id integer not null references products on delete cascade,
    q95 real not null,
    primary key (origin, product_id)
  );
  create index forecast_tracks_of_product on forecast_tracks (product_id);

  -- How good that was: twice the pinball loss over the demand, as in backtests.
  create table forecast_scores (
    origin date primary key,
    model_id integer not null references forecast_models,
    parts integer not null,
    wql95 real not null,
    scored_at timestamptz not null default now()
  );

  -- Forecasts that got worse than their model had promised; one of a model.
  create table forecast_alarms (
    model_id integer primary key references forecast_models,
    wql95 real not null,
    promised real not null,
    raised_at timestamptz not null default now()
  );
`

const ABILITIES = /* sql */ `
  update roles set abilities = abilities || '{forecasts:read}'
    where built_in and key in ('warehouse', 'buyer', 'accountant');
  update roles set abilities = abilities || '{forecasts:write}' where built_in and key = 'buyer';
`
