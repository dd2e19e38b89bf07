import { BaseSchema } from '@adonisjs/lucid/schema'

/** What Prospector asks its sources, what came of it, and what it cost (docs/adr/0023-sources-of-prospects.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(RUNS)
    this.schema.raw(PLACES)
    this.schema.raw(SITES)
  }
}

const RUNS = /* sql */ `
  create table prospector_runs (
    id bigint generated always as identity primary key,
    state text not null default 'running' check (state in ('running', 'done', 'failed')),
    zone text, -- what it was narrowed down to
    query text,
    most_asks integer not null check (most_asks > 0),
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    error text,
    check ((finished_at is null) = (state = 'running'))
  );
  -- One at a time; one that was killed is taken up again.
  create unique index prospector_runs_running on prospector_runs (state) where state = 'running';

  -- What one run has to do. A step ends together with what it found.
  create table prospector_steps (
    id bigint generated always as identity primary key,
    run_id bigint not null references prospector_runs on delete cascade,
    source text not null check (source in ('places', 'website')),
    key text not null, -- a query and its zone, or a host
    query text,
    zone text,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'skipped')),
    reason text, -- why it was skipped, or found nothing
    requests integer not null default 0,
    found integer not null default 0,
    new integer not null default 0,
    known integer not null default 0,
    suppressed integer not null default 0,
    finished_at timestamptz,
    unique (run_id, source, key),
    check ((finished_at is null) = (state = 'waiting'))
  );
  create index prospector_steps_by_query on prospector_steps (source, query, zone, finished_at);
`

const PLACES = /* sql */ `
  -- Pages that were paid for. What Google says is forgotten within 30 days.
  create table places_pages (
    id bigint generated always as identity primary key,
    run_id bigint not null references prospector_runs on delete cascade,
    query text not null,
    zone text not null,
    page smallint not null check (page between 1 and 3),
    payload jsonb not null,
    fetched_at timestamptz not null default now(),
    expires_at timestamptz not null default now() + interval '29 days',
    unique (run_id, query, zone, page),
    check (expires_at <= fetched_at + interval '30 days')
  );
  create index places_pages_expiring on places_pages (expires_at);

  -- Calls of a month, counted before they are made: a month never has more than its ceiling.
  create table places_usage (
    sku text not null,
    month date not null,
    calls integer not null default 0,
    primary key (sku, month)
  );
  create table places_calls (
    id bigint generated always as identity primary key,
    sku text not null,
    month date not null,
    number integer not null, -- within its month
    at timestamptz not null default now()
  );
  create index places_calls_by_time on places_calls (at);

  -- A source that asked to be left alone.
  create table source_rests (
    source text primary key check (source in ('places', 'website')),
    until timestamptz not null,
    reason text not null
  );
`

const SITES = /* sql */ `
  create table prospector_sites (
    id bigint generated always as identity primary key,
    host text not null unique,
    address text not null,
    origin text not null check (origin in ('places', 'manual')),
    added_at timestamptz not null default now(),
    forget_at timestamptz, -- an address that Google named, until the site itself was read
    read_at timestamptz,
    pages integer not null default 0,
    reason text
  );
  create index prospector_sites_due on prospector_sites (read_at nulls first, id);

  -- Which parts a site sells, under their numbers.
  create table prospector_offers (
    id bigint generated always as identity primary key,
    site_id bigint not null references prospector_sites on delete cascade,
    number text not null,
    number_norm text not null,
    name text,
    brand text,
    price bigint check (price > 0), -- millimes, with tax
    in_stock boolean,
    url text not null,
    seen_at timestamptz not null,
    unique (site_id, number_norm)
  );
  create index prospector_offers_by_number on prospector_offers (number_norm);
`
