import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Punctuation, case, spaces and Arabic-Indic digits never matter. The twin in TypeScript is
      -- app/references/normalise.ts; both read the same test vectors.
      create function norm_ref(number text) returns text
        language sql immutable strict parallel safe as $$
        select regexp_replace(
          upper(translate(number, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789') collate "C"),
          '[^A-Z0-9]', '', 'g')
      $$;

      -- Every number of every kind: the heart of finding a part.
      create table part_numbers (
        id bigint generated always as identity primary key,
        product_id integer not null references products on delete cascade,
        kind text not null check (kind in
          ('own', 'mpn', 'oe', 'cross', 'trade', 'gtin', 'supplier', 'superseded')),
        number text not null,
        number_norm text collate "C" not null generated always as (norm_ref(number)) stored check (number_norm <> ''),
        owner text not null default '', -- make, brand or supplier, as written
        owner_norm text collate "C" not null generated always as (norm_ref(owner)) stored,
        source text not null default 'staff',
        confidence smallint not null default 100 check (confidence between 0 and 100),
        unique (product_id, kind, owner_norm, number_norm)
      );
      create index part_numbers_by_number on part_numbers (number_norm, kind)
        include (product_id, owner_norm, confidence);
    `)
  }
}
