import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { SqlPart } from '#app/platform/database/sql_part'

/** Pieces of a product, or sets of a kit. */
export type Wanted = { productId: number; quantity: number }

/** What could not be promised: how much was asked for, how much there is. */
export type Shortfall = { productId: number; quantity: number; available: number }

/**
 * Promises pieces to a holder for so many minutes (null: until it gives them back), in place of all that it holds: all of it, or
 * nothing. Returns what is missing, empty when it is promised. Takes row locks that last until `trx`
 * ends: do it last.
 */
export function reserveStock(
  holder: string,
  wanted: Wanted[],
  minutes: number | null,
  trx?: TransactionClientContract
): Promise<Shortfall[]> {
  return sql<Shortfall>(
    `select product as "productId", quantity, available
     from reserve_stock($1, $2, now() + $3 * interval '1 minute')`,
    [holder, askedFor(wanted), minutes],
    trx
  )
}

/**
 * Brings what a holder holds for good in line with what is wanted now: what stays is not let go of. All of
 * it or nothing: returns what is missing. Takes row locks that last until `trx` ends: do it last.
 */
export function amendStock(
  holder: string,
  wanted: Wanted[],
  trx: TransactionClientContract
): Promise<Shortfall[]> {
  return sql<Shortfall>(
    'select product as "productId", quantity, available from amend_stock($1, $2)',
    [holder, askedFor(wanted)],
    trx
  )
}

/**
 * Hands what a holder holds to another one, which keeps it until it claims or releases it. False, and
 * nothing happens, when it has expired or pieces of it are gone: reserve again.
 */
export async function takeOverStock(
  from: string,
  to: string,
  trx: TransactionClientContract
): Promise<boolean> {
  const [{ done }] = await sql<{ done: boolean }>(
    'select take_over_stock($1, $2, null) as done',
    [from, to],
    trx
  )
  return done
}

/** The same as part of another statement of its transaction: true when it is done. */
export const takingOver = (from: string, to: string): SqlPart => ({
  sql: 'take_over_stock(?, ?, null)',
  values: [from, to],
})

/** Keeps what a holder holds for so many minutes from now; false when it has expired. */
export async function extendReservations(
  holder: string,
  minutes: number,
  trx?: TransactionClientContract
): Promise<boolean> {
  const [{ done }] = await sql<{ done: boolean }>(
    `select take_over_stock($1, $1, now() + $2 * interval '1 minute') as done`,
    [holder, minutes],
    trx
  )
  return done
}

/** Gives back what a holder holds, if anything. */
export async function releaseStock(holder: string, trx?: TransactionClientContract): Promise<void> {
  await sql('select release_stock($1)', [holder], trx)
}

/**
 * The pieces leave, as a sale under this document. False, and nothing happens, when the holder holds
 * nothing or still waits for pieces.
 */
export async function claimStock(
  holder: string,
  { document, actor }: { document: string; actor: string },
  trx?: TransactionClientContract
): Promise<boolean> {
  const [{ done }] = await sql<{ done: boolean }>(
    'select claim_stock($1, $2, $3) as done',
    [holder, document, actor],
    trx
  )
  return done
}

/** What is wanted, as the functions of the database take it. */
export const askedFor = (wanted: Wanted[]) =>
  JSON.stringify(wanted.map(({ productId, quantity }) => ({ product: productId, quantity })))
