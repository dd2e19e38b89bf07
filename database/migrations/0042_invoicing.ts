import { BaseSchema } from '@adonisjs/lucid/schema'

/** Invoices and credit notes: what was issued stays as it was issued (docs/adr/0021-invoices.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- The last number of each kind and year. Its row is locked last, by the statement that writes the document.
      create table invoice_counters (
        type text not null check (type in ('invoice', 'credit_note')),
        year smallint not null,
        last integer not null check (last > 0),
        primary key (type, year)
      );

      create table invoices (
        id bigint generated always as identity primary key,
        number text not null unique, -- FAC-2026-000123, AV-2026-000004
        type text not null check (type in ('invoice', 'credit_note')),
        year smallint not null,
        serial integer not null check (serial > 0),
        order_id bigint not null references orders,
        of_id bigint references invoices, -- the invoice that a credit note takes from
        issued_on date not null, -- in Tunis
        seller jsonb not null, -- as it was on that day
        buyer jsonb not null,
        rates jsonb not null, -- [{ taxRate, net, tax, gross }], the highest first
        net bigint not null, -- millimes, as everything here
        tax bigint not null,
        gross bigint not null,
        stamp bigint not null check (stamp >= 0),
        total bigint not null,
        reason text,
        request_key text, -- a form that is sent twice is one wish
        actor text not null,
        created_at timestamptz not null default now(),
        unique (type, year, serial),
        unique (of_id, request_key),
        check ((type = 'credit_note') = (of_id is not null)),
        check (gross = net + tax and total = gross + stamp)
      );
      create index invoices_by_type on invoices (type, id);
      create index invoices_of_order on invoices (order_id, id);
      create index invoices_by_day on invoices (issued_on, id);

      create table invoice_lines (
        invoice_id bigint not null references invoices,
        position smallint not null,
        of_position smallint, -- the line of the invoice whose pieces a credit note takes back
        sku text not null,
        name_fr text not null,
        name_ar text,
        quantity integer not null check (quantity > 0),
        unit_price bigint not null, -- tax included, before discount
        discount bigint not null, -- tax included
        tax_rate smallint not null,
        net bigint not null,
        tax bigint not null,
        gross bigint not null,
        primary key (invoice_id, position),
        check (gross = net + tax and gross = quantity * unit_price - discount)
      );

      create trigger invoices_are_append_only before update or delete on invoices
        for each statement execute function refuse_rewriting();
      create trigger invoice_lines_are_append_only before update or delete on invoice_lines
        for each statement execute function refuse_rewriting();

      select audit('invoices', 'number',
        'type year serial order_id of_id issued_on seller buyer rates net tax gross stamp reason request_key actor');

      update roles set abilities = abilities || '{invoices:read,invoices:write}' where built_in and key = 'accountant';
    `)
  }
}
