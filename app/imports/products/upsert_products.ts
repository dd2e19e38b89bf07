/**
 * Inserts new products and updates those that differ, in the order of the
 * file. A row that changes nothing is not written at all: no new version, no
 * index work, and re-importing an export leaves the table alone.
 *
 * An address that another product has, or an earlier row of the batch takes,
 * gets the hash of the SKU, as `withSkuHash` has it.
 */
export const UPSERT_PRODUCTS = `
  with wanted as (
    select b.seq, b.sku,
      case
        when p.id is not null then p.slug
        -- The product was there when the file was read, and is gone.
        when b.slug is null then md5(b.sku)
        when row_number() over (partition by p.id is null, b.slug order by b.seq) > 1
          or exists (select from products other where other.slug = b.slug)
        then b.slug || '-' || left(md5(b.sku), 6)
        else b.slug
      end as slug,
      coalesce(b.brand_id, p.brand_id) as brand_id,
      coalesce(b.category_id, p.category_id) as category_id,
      coalesce(b.mpn, p.mpn) as mpn,
      coalesce(b.name, p.name_fr) as name_fr,
      coalesce(b.name_ar, p.name_ar) as name_ar,
      coalesce(b.description, p.description_fr) as description_fr,
      coalesce(b.description_ar, p.description_ar) as description_ar,
      coalesce(b.status, p.status, 'active') as status,
      coalesce(b.quality, p.quality, 'aftermarket') as quality,
      coalesce(b.price, p.price) as price,
      -- 0 in the file ends a promotion.
      nullif(coalesce(b.compare_at_price, p.compare_at_price), 0) as compare_at_price,
      coalesce(b.cost, p.cost) as cost,
      coalesce(b.tax_rate, p.tax_rate, 19)::smallint as tax_rate,
      coalesce(b.warranty_months, p.warranty_months) as warranty_months,
      coalesce(b.weight_g, p.weight_g) as weight_g,
      coalesce(b.gtin, p.gtin) as gtin,
      coalesce(b.core_charge, p.core_charge, 0) as core_charge,
      coalesce(b.orderable, p.orderable, false) as orderable,
      coalesce(b.min_quantity, p.min_quantity, 1)::smallint as min_quantity,
      coalesce(b.pack_size, p.pack_size, 1)::smallint as pack_size
    from batch b
    left join products p on p.id = b.product_id
    where b.reason is null
  ), differing as (
    -- Without a price nothing can be sold: such a product waits as a draft.
    select w.seq, w.sku, w.slug, w.brand_id, w.category_id, w.mpn, w.name_fr, w.name_ar, w.description_fr,
      w.description_ar, case when w.price is null and w.status = 'active' then 'draft' else w.status end as status,
      w.quality, w.price, w.compare_at_price, w.cost, w.tax_rate, w.warranty_months, w.weight_g, w.gtin,
      w.core_charge, w.orderable, w.min_quantity, w.pack_size
    from wanted w left join products p on p.sku = w.sku
    where p.id is null or
      (p.brand_id, p.category_id, p.mpn, p.name_fr, p.name_ar, p.description_fr, p.description_ar, p.status,
       p.quality, p.price, p.compare_at_price, p.cost, p.tax_rate, p.warranty_months, p.weight_g, p.gtin,
       p.core_charge, p.orderable, p.min_quantity, p.pack_size)
      is distinct from
      (w.brand_id, w.category_id, w.mpn, w.name_fr, w.name_ar, w.description_fr, w.description_ar,
       case when w.price is null and w.status = 'active' then 'draft' else w.status end,
       w.quality, w.price, w.compare_at_price, w.cost, w.tax_rate, w.warranty_months, w.weight_g, w.gtin,
       w.core_charge, w.orderable, w.min_quantity, w.pack_size)
  ), written as (
    insert into products as p
      (sku, slug, brand_id, category_id, mpn, name_fr, name_ar, description_fr, description_ar, status, quality,
       price, compare_at_price, cost, tax_rate, warranty_months, weight_g, gtin, core_charge, orderable,
       min_quantity, pack_size, published_at)
    select sku, slug, brand_id, category_id, mpn, name_fr, name_ar, description_fr, description_ar, status, quality,
      price, compare_at_price, cost, tax_rate, warranty_months, weight_g, gtin, core_charge, orderable, min_quantity, pack_size,
      case when status = 'active' then now() end
    from differing order by seq
    on conflict (sku) do update set
      brand_id = excluded.brand_id, category_id = excluded.category_id, mpn = excluded.mpn,
      name_fr = excluded.name_fr, name_ar = excluded.name_ar, description_fr = excluded.description_fr,
      description_ar = excluded.description_ar, status = excluded.status, quality = excluded.quality,
      price = excluded.price, compare_at_price = excluded.compare_at_price, cost = excluded.cost,
      tax_rate = excluded.tax_rate, warranty_months = excluded.warranty_months, weight_g = excluded.weight_g,
      gtin = excluded.gtin, core_charge = excluded.core_charge, orderable = excluded.orderable,
      min_quantity = excluded.min_quantity, pack_size = excluded.pack_size,
      published_at = coalesce(p.published_at, excluded.published_at),
      version = p.version + 1, updated_at = now()
    where p.deleted_at is null
    returning id, xmax = 0 as created
  )
  insert into changed (product_id, created) select id, created from written`
