import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- How an order reaches its buyer. What it costs and how long it takes depends on the governorate
      -- (ISO 3166-2); where there is no rate, it is not offered.
      create table shipping_options (
        code text primary key check (code ~ '^[a-z][a-z_]{0,29}$'),
        kind text not null check (kind in ('delivery', 'pickup')),
        name_fr text not null check (name_fr <> ''),
        name_ar text,
        position smallint not null default 0
      );
      create table shipping_rates (
        option_code text not null references shipping_options,
        governorate text not null check (governorate ~ '^TN-[0-9]{2}$'),
        price bigint not null check (price >= 0), -- millimes, tax included
        days_from smallint not null check (days_from >= 0),
        days_to smallint not null,
        primary key (option_code, governorate),
        check (days_to >= days_from)
      );

      insert into shipping_options (code, kind, name_fr, name_ar, position) values
        ('home', 'delivery', 'Livraison à domicile', 'توصيل إلى المنزل', 1),
        ('pickup', 'pickup', 'Retrait en boutique', 'استلام من المحل', 2);
      insert into shipping_rates (option_code, governorate, price, days_from, days_to)
      select 'home', governorate, zone.price, zone.days_from, zone.days_to
      from (values
        (array['TN-11', 'TN-12', 'TN-13', 'TN-14'], 7000, 1, 1),
        (array['TN-21', 'TN-22', 'TN-23', 'TN-51', 'TN-52', 'TN-53', 'TN-61'], 8000, 1, 2),
        (array['TN-31', 'TN-32', 'TN-33', 'TN-34', 'TN-41', 'TN-42', 'TN-43'], 8000, 2, 3),
        (array['TN-71', 'TN-72', 'TN-73', 'TN-81', 'TN-82', 'TN-83'], 9000, 2, 4)
      ) as zone (governorates, price, days_from, days_to), unnest(zone.governorates) as governorate;
      insert into shipping_rates (option_code, governorate, price, days_from, days_to)
      select 'pickup', governorate, 0, 0, 1 from shipping_rates where option_code = 'home';
    `)
  }
}
