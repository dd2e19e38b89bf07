import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** What a product itself is known by, rather than vehicles or competitors. */
export type OwnNumbers = { sku: string; mpn: string | null; gtin: string | null }

export type Identity = OwnNumbers & { productId: number; brandName: string }

/**
 * Keeps a product's own numbers (SKU, maker's number, GTIN) findable: those
 * that changed replace the former ones, all others stay, further numbers of
 * the same kinds too. A number of punctuation alone is not one and is left out.
 */
export async function keepIdentityNumbers(
  identity: Identity,
  former: OwnNumbers | undefined,
  trx: TransactionClientContract
) {
  const { productId, sku, mpn, gtin, brandName } = identity
  const numbers = [
    { kind: 'own', number: sku, owner: '' },
    { kind: 'mpn', number: mpn, owner: brandName },
    { kind: 'gtin', number: gtin, owner: '' },
  ].filter((entry) => entry.number)
  const columns = [
    productId,
    numbers.map(({ kind }) => kind),
    numbers.map(({ number }) => number),
    numbers.map(({ owner }) => owner),
  ]
  if (former) await dropFormer(columns, former, trx)
  await sql(
    `insert into part_numbers (product_id, kind, number, owner, source)
     select $1, kind, number, owner, 'product'
     from unnest($2::text[], $3::text[], $4::text[]) as n (kind, number, owner)
     where norm_ref(number) <> '' on conflict do nothing`,
    columns,
    trx
  )
}

async function dropFormer(
  columns: unknown[],
  { sku, mpn, gtin }: OwnNumbers,
  trx: TransactionClientContract
) {
  await sql(
    `delete from part_numbers where product_id = $1
     and (kind, number_norm) in (('own', norm_ref($5)), ('mpn', norm_ref($6)), ('gtin', norm_ref($7)))
     and (kind, owner_norm, number_norm) not in (
       select kind, norm_ref(owner), norm_ref(number)
       from unnest($2::text[], $3::text[], $4::text[]) as n (kind, number, owner))`,
    [...columns, sku, mpn, gtin],
    trx
  )
}
