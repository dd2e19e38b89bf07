import { BaseSchema } from '@adonisjs/lucid/schema'

/** Businesses that could buy from the shop, where they were found, and what came of it (docs/adr/0022-leads.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(LEADS)
    this.schema.raw(WORK)
    this.schema.raw(SCORE)
    this.schema.raw(ABILITIES)
  }
}

const LEADS = /* sql */ `
  -- What the shop knows of a business: the columns of the first block are made of what its sources say, see
  -- project_lead.ts, and are made again when one of them changes or expires.
  create table leads (
    id integer generated always as identity primary key,
    name text collate "fr-x-icu",
    segment text check (segment in ('garage', 'workshop', 'fleet', 'driving_school', 'dealer', 'reseller',
      'administration', 'station', 'other')),
    website text,
    address text,
    governorate text,
    delegation text,
    locality text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    tax_id text,
    makes text[] not null default '{}',
    brands text[] not null default '{}',
    reviews integer,
    sites integer,
    vehicles integer,
    closed boolean not null default false,
    field_origin jsonb not null default '{}', -- {"name": "own_site"}

    status text not null default 'new'
      check (status in ('new', 'to_call', 'contacted', 'quote', 'won', 'lost', 'never_contact')),
    status_since timestamptz not null default now(),
    opted_out boolean not null default false,
    customer_id integer references customers on delete set null,
    merged_into integer references leads,

    score smallint not null default 0 check (score between 0 and 100),
    band text not null default 'D' check (band in ('A', 'B', 'C', 'D')),
    terms jsonb not null default '[]', -- [{"k": "fit.segment", "v": 20, "why": "garage"}]
    ruleset integer,
    scored_at timestamptz,
    distance_km real,
    engaged_at timestamptz,

    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    check (not opted_out or status = 'never_contact'),
    check (merged_into <> id)
  );
  create index leads_by_score on leads (score desc, id desc) where merged_into is null;
  create index leads_by_status on leads (status, score desc, id desc) where merged_into is null;
  create index leads_by_governorate on leads (governorate, score desc, id desc) where merged_into is null;
  create index leads_by_segment on leads (segment, score desc, id desc) where merged_into is null;
  create index leads_by_name on leads using gin (fold_words(coalesce(name, '')) gin_trgm_ops);
  create index leads_newest on leads (created_at);
  create index leads_of_customer on leads (customer_id) where customer_id is not null;
  create index leads_merged on leads (merged_into) where merged_into is not null;

  -- What one source says of it. A place id is kept for good, what Google says for thirty days at most: then says is null.
  create table lead_sources (
    id bigint generated always as identity primary key,
    lead_id integer not null references leads on delete cascade,
    source text not null check (source in ('places', 'website', 'manual', 'csv')),
    key text not null check (key <> ''),
    says jsonb,
    evidence text[] not null default '{}',
    run_id bigint,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz,
    unique (source, key),
    check (source <> 'places' or says is null or expires_at <= last_seen_at + interval '30 days')
  );
  create index lead_sources_of_lead on lead_sources (lead_id, id);
  create index lead_sources_expiring on lead_sources (expires_at) where says is not null and expires_at is not null;

  -- What it is known by, and reached at. name holds consonants of the words that tell, the same in both scripts.
  create table lead_keys (
    lead_id integer not null references leads on delete cascade,
    kind text not null check (kind in ('phone', 'email', 'domain', 'tax', 'name')),
    value text not null,
    origin text not null check (origin in ('own_site', 'manual', 'csv', 'google_cache')),
    primary key (lead_id, kind, value)
  );
  create index lead_keys_by_value on lead_keys (kind, value);
  create index lead_keys_by_name on lead_keys using gin (value gin_trgm_ops) where kind = 'name';

  -- Who asked to be left alone: for ever, and known by a hash alone.
  create table lead_suppressions (
    hash bytea primary key,
    kind text not null check (kind in ('phone', 'email')),
    lead_id integer,
    reason text,
    actor text not null,
    at timestamptz not null default now()
  );
  create function refuse_forgetting() returns trigger language plpgsql as $$
  begin
    raise exception '% is kept for ever', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger lead_suppressions_are_kept before delete on lead_suppressions
    for each statement execute function refuse_forgetting();
  create function contact_hash(kind text, value text) returns bytea language sql immutable parallel safe strict as $$
    select sha256(convert_to(kind || ':' || value, 'UTF8'))
  $$;

  -- Which domains take mail; asked once a month.
  create table mail_domains (
    domain text primary key,
    accepts boolean not null,
    checked_at timestamptz not null default now()
  );
`

const WORK = /* sql */ `
  -- What happened with a lead. Nothing of it changes; it goes when its lead is erased.
  create table lead_events (
    id bigint generated always as identity primary key,
    lead_id integer not null references leads on delete cascade,
    kind text not null check (kind in ('found', 'note', 'contact', 'move', 'merge', 'unmerge', 'opt_out', 'conversion')),
    data jsonb not null default '{}',
    actor text not null,
    at timestamptz not null default clock_timestamp()
  );
  create index lead_events_of_lead on lead_events (lead_id, at desc, id desc);
  create index lead_events_newest on lead_events (kind, at);
  create trigger lead_events_are_not_rewritten before update on lead_events
    for each statement execute function refuse_rewriting();

  create table lead_tasks (
    id integer generated always as identity primary key,
    lead_id integer not null references leads on delete cascade,
    what text not null check (what <> ''),
    due_on date not null,
    actor text not null,
    created_at timestamptz not null default now(),
    done_at timestamptz
  );
  create index lead_tasks_of_lead on lead_tasks (lead_id, id);
  create index lead_tasks_due on lead_tasks (due_on, id) where done_at is null;

  -- Two leads that became one, and what moved: it goes back when they are taken apart again.
  create table lead_merges (
    id integer generated always as identity primary key,
    into_lead_id integer not null references leads on delete cascade,
    from_lead_id integer not null references leads on delete cascade,
    moved_sources bigint[] not null,
    moved_leads integer[] not null,
    moved_customer boolean not null,
    actor text not null,
    at timestamptz not null default now(),
    undone_at timestamptz
  );
  create unique index lead_merges_standing on lead_merges (from_lead_id) where undone_at is null;
  create index lead_merges_into on lead_merges (into_lead_id);

  -- Leads that may be one business: somebody decides.
  create table lead_duplicates (
    id integer generated always as identity primary key,
    lead_a integer not null references leads on delete cascade,
    lead_b integer not null references leads on delete cascade,
    points real not null,
    reasons text[] not null,
    state text not null default 'open' check (state in ('open', 'apart', 'merged')),
    found_at timestamptz not null default now(),
    unique (lead_a, lead_b),
    check (lead_a < lead_b)
  );
  create index lead_duplicates_open on lead_duplicates (id) where state = 'open';
  create index lead_duplicates_of_b on lead_duplicates (lead_b);

  select audit('leads', 'id',
      'field_origin score band terms ruleset scored_at distance_km engaged_at status_since',
      'name website address delegation locality latitude longitude tax_id reviews sites vehicles closed makes brands'),
    audit('lead_tasks', 'id', '', 'what');
`

const SCORE = /* sql */ `
  -- What a lead is worth, and from how many points on. The newest one counts; leads keep the number of theirs.
  create table lead_rulesets (
    id integer generated always as identity primary key,
    rules jsonb not null,
    actor text not null,
    created_at timestamptz not null default now()
  );
  create trigger lead_rulesets_are_not_rewritten before update or delete on lead_rulesets
    for each statement execute function refuse_rewriting();
  insert into lead_rulesets (rules, actor) values ('{}', 'seed');
  select audit('lead_rulesets', 'id');

  -- Kilometres as the crow flies.
  create function kilometres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
    returns double precision language sql immutable parallel safe strict as $$
    select 12742 * asin(least(1, sqrt(sin(radians(lat2 - lat1) / 2) ^ 2
      + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)))
  $$;
`

const ABILITIES = /* sql */ `
  update roles set abilities = abilities || '{leads:read,leads:write}' where built_in and key = 'sales';
`
