import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table orders drop constraint orders_payment_state_check;
      alter table orders add constraint orders_payment_state_check
        check (payment_state in ('due', 'paid', 'partially_refunded', 'refunded', 'void'));

      -- One attempt to pay an order: by hand, or at a gateway.
      create table payments (
        id bigint generated always as identity primary key,
        public_id uuid not null unique default gen_random_uuid(),
        order_id bigint not null references orders on delete cascade,
        attempt smallint not null check (attempt > 0),
        reference text not null unique, -- what we call it at the gateway: SAP2026000123A1
        method text not null,
        amount bigint not null check (amount >= 0), -- millimes, as everything here
        captured bigint not null default 0,
        refunded bigint not null default 0,
        state text not null check (state in ('created', 'redirected', 'authorised', 'unknown', 'to_confirm', 'confirmed',
          'out', 'collected', 'remitted', 'paid', 'partially_refunded', 'refunded', 'failed', 'refused', 'void')),
        state_since timestamptz not null default now(),
        gateway_ref text,
        redirect_url text,
        document text, -- number of the transfer, or of the courier's remittance
        failure text, -- why it failed
        alert text check (alert in ('amount_mismatch', 'currency_mismatch', 'reference_mismatch')),
        checks integer not null default 0, -- how often it was read at the gateway
        next_check_at timestamptz, -- null: nothing is to be expected any more
        expires_at timestamptz, -- null: waits as long as its order
        created_at timestamptz not null default now(),
        unique (order_id, attempt),
        check (captured in (0, amount)),
        check (refunded between 0 and captured)
      ) with (fillfactor = 90);
      create unique index payments_at_gateway on payments (method, gateway_ref) where gateway_ref is not null;
      create index payments_by_state on payments (state, id);
      create index payments_by_method on payments (method, id);
      create index payments_to_check on payments (next_check_at) where next_check_at is not null;
      create index payments_to_reconcile on payments (id) where state = 'unknown' or alert is not null;
      create index payments_expiring on payments (expires_at) where state in ('created', 'redirected', 'failed');

      -- What has happened to a payment, and by whom.
      create table payment_events (
        id bigint generated always as identity primary key,
        payment_id bigint not null references payments on delete cascade,
        type text not null,
        data jsonb not null default '{}',
        actor text not null,
        at timestamptz not null default now()
      );
      create index payment_events_of_payment on payment_events (payment_id, id);
      create trigger payment_events_are_append_only before update on payment_events
        for each statement execute function refuse_rewriting();

      -- What gateways have told us of: a reason to look, never a fact. Kept once for each event of theirs.
      create table payment_hints (
        provider text not null,
        event_id text not null,
        payment_id bigint not null references payments on delete cascade,
        times integer not null default 1,
        received_at timestamptz not null default now(),
        primary key (provider, event_id)
      );
      create index payment_hints_by_age on payment_hints (received_at);

      -- Money on its way back to whoever paid.
      create table refunds (
        id bigint generated always as identity primary key,
        public_id uuid not null unique default gen_random_uuid(),
        payment_id bigint not null references payments on delete cascade,
        amount bigint not null check (amount > 0),
        -- requested: the gateway is to be asked; unknown: it was, and did not answer; by_hand: somebody has to pay it back
        state text not null check (state in ('requested', 'unknown', 'by_hand', 'done', 'failed')),
        reason text not null,
        lines jsonb, -- what of the order it is for: [{ sku, quantity }]
        document text,
        failure text,
        actor text not null,
        created_at timestamptz not null default now(),
        done_at timestamptz,
        check ((state = 'done') = (done_at is not null))
      );
      create index refunds_of_payment on refunds (payment_id, id);
      create index refunds_waiting on refunds (state, id) where state in ('requested', 'unknown', 'by_hand');

      -- Orders from before there were payments.
      insert into payments (order_id, attempt, reference, method, amount, state, state_since, created_at)
        select id, 1, replace(number, '-', '') || 'A1', payment_method, total,
          case when state = 'cancelled' then 'void' when payment_method <> 'cod' then 'created'
            when state = 'placed' then 'to_confirm' else 'confirmed' end, state_since, placed_at
        from orders;

      -- Work of several commits tells what it has made already.
      drop function begin_request;
      create function begin_request(of_scope text, of_key text, print bytea, seconds integer, out outcome text,
        out claim timestamptz, out resource text, out status smallint, out body text, out headers jsonb)
        language plpgsql as $$
      declare
        known record;
      begin
        insert into idempotency_keys (scope, key, fingerprint, locked_until)
          values (of_scope, of_key, print, clock_timestamp() + seconds * interval '1 second')
          on conflict (scope, key) do nothing returning locked_until into claim;
        outcome := 'begun';
        if found then
          return;
        end if;
        select * into known from idempotency_keys where scope = of_scope and key = of_key for update;
        if not found then
          outcome := 'busy';
        elsif known.fingerprint <> print then
          outcome := 'mismatch';
        elsif known.state = 'done' then
          outcome := 'done';
          status := known.response_status;
          body := known.response_body;
          headers := known.response_headers;
        elsif known.locked_until > clock_timestamp() then
          outcome := 'busy';
        else
          resource := known.resource_id;
          update idempotency_keys set locked_until = clock_timestamp() + seconds * interval '1 second'
            where scope = of_scope and key = of_key returning locked_until into claim;
        end if;
      end $$;

      update roles set abilities = abilities || '{payments:read}'
        where built_in and key in ('counter', 'sales', 'accountant', 'readonly');
      update roles set abilities = abilities || '{payments:write,payments:refund}' where built_in and key = 'accountant';
    `)
  }
}
