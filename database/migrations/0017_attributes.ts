import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- A choice is kept as the text of its French name: lists, facets, exports and imports read it as text.
      alter table attributes
        drop constraint attributes_kind_check,
        alter column name_fr type text collate "fr-x-icu",
        add column name_en text,
        add column choices jsonb not null default '[]', -- [{"value": "avant", "ar": "أمامي", "en": "front"}], as forms offer them
        add constraint attributes_kind_check check (kind in ('number', 'text', 'boolean', 'choice')),
        add constraint only_choices_have_choices check ((kind = 'choice') = (choices <> '[]')),
        add constraint attributes_have_a_name check (name_fr <> '');

      -- What the sheets of a category, and of all below it, ask for.
      create table category_attributes (
        attribute_id integer not null references attributes on delete cascade,
        category_id integer not null references categories on delete cascade,
        primary key (attribute_id, category_id)
      );
      create index category_attributes_of_category on category_attributes (category_id);
      create index product_attributes_of_attribute on product_attributes (attribute_id, product_id);

      -- Whoever arranged the catalogue so far also says what its sheets ask for.
      update roles set abilities = abilities || '{attributes:write}' where 'categories:write' = any (abilities);

      -- Vehicles are edited by several people, too.
      alter table vehicle_makes add column version integer not null default 1;
      alter table vehicle_models add column version integer not null default 1;
      alter table vehicle_types add column version integer not null default 1;
      select audit('vehicle_makes', 'name', 'popularity'), audit('vehicle_models', 'name', 'popularity');
    `)
  }
}
