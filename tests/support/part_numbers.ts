import { sql } from '#app/platform/database/sql'

/** Gives a product a number. */
export async function createNumber(
  productId: number,
  kind: 'oe' | 'cross' | 'mpn' | 'gtin' | 'supplier' | 'own',
  number: string,
  owner = ''
) {
  await sql(
    'insert into part_numbers (product_id, kind, number, owner) values ($1, $2, $3, $4) on conflict do nothing',
    [productId, kind, number, owner]
  )
}

/** Says that one number replaced another. */
export async function createSupersession(oldNumber: string, newNumber: string, owner = 'Renault') {
  await sql('insert into supersessions (old_number, new_number, owner) values ($1, $2, $3)', [
    oldNumber,
    newNumber,
    owner,
  ])
}
