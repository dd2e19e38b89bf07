import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      -- Answers are cached under the epoch of their tags; a write bumps the epoch in its own transaction.
      create table cache_epochs (
        tag text primary key,
        epoch bigint not null default 1
      );

      -- Facts to be told after commit. relayed_at: turned into one job per listener; published_at: confirmed
      -- by the broker (set together with relayed_at when there is none). Read by "not yet relayed", never by
      -- "id > last": ids of different aggregates commit out of order.
      create sequence outbox_ids;
      create table outbox (
        id bigint primary key,
        aggregate text not null,
        aggregate_id text not null,
        type text not null,
        payload jsonb not null default '{}',
        headers jsonb not null default '{}',
        created_at timestamptz not null default now(),
        relayed_at timestamptz,
        published_at timestamptz,
        unroutable boolean not null default false
      );
      create index outbox_to_relay on outbox (id) where relayed_at is null;
      create index outbox_to_publish on outbox (id) where published_at is null;
      create index outbox_created_at on outbox (created_at);
      alter sequence outbox_ids owned by outbox.id;

      -- Writers of one aggregate take turns, and the number is drawn after the turn is won: within an
      -- aggregate the order of ids is the order of commits.
      create function outbox_take_turn() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(new.aggregate || ':' || new.aggregate_id, 0));
        new.id := nextval('outbox_ids');
        return new;
      end $$;
      create trigger outbox_take_turn before insert on outbox
        for each row execute function outbox_take_turn();

      create function outbox_wake_relay() returns trigger language plpgsql as $$
      begin
        perform pg_notify('outbox', '');
        return null;
      end $$;
      create trigger outbox_wake_relay after insert on outbox
        for each statement execute function outbox_wake_relay();

      -- An effect and its inbox row commit together, so a redelivery has none.
      create table inbox (
        consumer text not null,
        message_id text not null,
        handled_at timestamptz not null default now(),
        primary key (consumer, message_id)
      );
      create index inbox_handled_at on inbox (handled_at);

      -- Who inserts (task, slot) owns the run; nobody else runs that slot.
      create table scheduled_runs (
        task text not null,
        slot timestamptz not null,
        job_id uuid not null,
        state text not null default 'queued' check (state in ('queued', 'done', 'failed')),
        error text,
        queued_at timestamptz not null default now(),
        finished_at timestamptz,
        primary key (task, slot),
        check ((state = 'queued') = (finished_at is null))
      );
      create index scheduled_runs_unfinished on scheduled_runs (queued_at) where state = 'queued';

      -- Token buckets shared between processes (GCRA). Unlogged: a crash of the server refills them.
      create unlogged table token_buckets (
        key text primary key,
        full_at timestamptz not null, -- when the bucket is full again
        granted boolean not null      -- whether the last request passed
      ) with (fillfactor = 70);

      -- Of @adonisjs/limiter: failed logins and reset mails.
      create table rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );

      -- Of @adonisjs/session.
      create table sessions (
        id varchar(255) primary key,
        data text not null,
        user_id varchar(255),
        expires_at timestamptz not null
      );
      create index sessions_user_id on sessions (user_id);
      create index sessions_expires_at on sessions (expires_at);

      -- Mails that were not sent because no SMTP server is configured.
      create table kept_mails (
        id bigint generated always as identity primary key,
        sender text not null,
        recipients text not null,
        subject text not null,
        text_body text,
        html_body text,
        kept_at timestamptz not null default now()
      );
      create index kept_mails_kept_at on kept_mails (kept_at desc, id desc);
    `)
  }
}
