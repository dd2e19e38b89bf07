import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { cashOf, moveCash } from '#app/payments/by_hand/move_cash'
import type { PaymentState } from '#app/payments/payment_state'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { handOut, lockedParcel } from '#app/fulfilment/follow_parcel'
import type { Parcel } from '#app/fulfilment/parcels_query'
import { type PaidParcel, readRemittance } from '#app/fulfilment/remittances/read_remittance'
import { type Verdict, verdictOn } from '#app/fulfilment/remittances/remittance_verdict'

const PAID_BACK: PaymentState[] = ['partially_refunded', 'refunded']

type Remittance = { carrier: string; document: string; path: string; fileName: string }

/**
 * Squares a courier's file with our parcels, by tracking number: what fits is ours now, the rest is listed with its
 * difference. The same file again changes nothing. Returns its key. Throws 422 for what is no such file, 409 when
 * another file bears this document number.
 */
export async function reconcileRemittance(
  { carrier, document, path, fileName }: Remittance,
  acting: Acting
): Promise<number> {
  const { sha256, rows } = await readRemittance(path)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const { id, isNew } = await begin({ carrier, document, fileName, sha256 }, acting, trx)
    if (isNew) {
      const seen = new Set<number>()
      for (const { row, parcelId } of await inOrder(rows, carrier, trx)) {
        const verdict = await judge(row, parcelId, seen, { document, actor: acting.actor }, trx)
        await keep(id, row, parcelId, verdict, trx)
      }
    }
    return id
  })
}

type Begun = { carrier: string; document: string; fileName: string; sha256: string }

async function begin(
  { carrier, document, fileName, sha256 }: Begun,
  { actor }: Acting,
  trx: TransactionClientContract
): Promise<{ id: number; isNew: boolean }> {
  const [made] = await sql<{ id: number }>(
    `insert into remittances (carrier, document, file_name, fingerprint, actor)
     values ($1, $2, $3, decode($4, 'hex'), $5) on conflict do nothing returning id`,
    [carrier, document, fileName, sha256, actor],
    trx
  )
  if (made) return { id: made.id, isNew: true }
  const [known] = await sql<{ id: number; same: boolean }>(
    `select id, fingerprint = decode($3, 'hex') as same from remittances
     where fold_words(carrier) = fold_words($1) and upper(document) = upper($2)`,
    [carrier, document, sha256],
    trx
  )
  if (!known.same) throw anotherFile(document)
  return { id: known.id, isNew: false }
}

/** In the order of the orders, so that two files at once do not wait in a circle; what nobody knows comes last. */
async function inOrder(rows: PaidParcel[], carrier: string, trx: TransactionClientContract) {
  const known = await sql<{ nth: number; parcelId: number }>(
    `select r.nth, p.id as "parcelId"
     from jsonb_to_recordset($1) as r (nth int, "trackingNumber" text)
     join parcels p on upper(p.tracking_number) = upper(r."trackingNumber") and fold_words(p.carrier) = fold_words($2)
     order by p.order_id, p.id`,
    [JSON.stringify(rows), carrier],
    trx
  )
  const byLine = new Map(rows.map((row) => [row.nth, row]))
  const found = known.map(({ nth, parcelId }) => ({ row: byLine.get(nth)!, parcelId }))
  const isKnown = new Set(known.map(({ nth }) => nth))
  return [
    ...found,
    ...rows.filter(({ nth }) => !isKnown.has(nth)).map((row) => ({ row, parcelId: null })),
  ]
}

type Paper = { document: string; actor: string }

async function judge(
  row: PaidParcel,
  parcelId: number | null,
  seen: Set<number>,
  paper: Paper,
  trx: TransactionClientContract
): Promise<Verdict> {
  if (parcelId === null) return 'unknown'
  const parcel = await lockedParcel(parcelId, trx)
  const verdict = seen.has(parcelId) ? 'double' : verdictOn(parcel, row.amount)
  if (verdict === 'matched') {
    seen.add(parcelId)
    await settle(parcel, paper, trx)
  }
  return verdict
}

/** Who pays for a parcel has delivered it, even if nobody has told us. */
export async function settle(parcel: Parcel, paper: Paper, trx: TransactionClientContract) {
  const { document, actor } = paper
  if (parcel.state === 'out') await handOut(parcel, actor, trx)
  const cash = await cashOf(parcel.orderId, trx)
  // What we have paid back since was collected all the same: the courier owes it to us, and the payment has moved on.
  if (cash && PAID_BACK.includes(cash.state)) return
  await moveCash(parcel.orderId, 'remitted', { actor, document }, trx)
}

const keep = (
  remittanceId: number,
  { nth, trackingNumber, amount, fee }: PaidParcel,
  parcelId: number | null,
  verdict: Verdict,
  trx: TransactionClientContract
) =>
  sql(
    `insert into remittance_lines (remittance_id, nth, tracking_number, amount, fee, parcel_id, verdict)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [remittanceId, nth, trackingNumber, amount, fee, parcelId, verdict],
    trx
  )

const anotherFile = (document: string) =>
  new Problem({
    status: 409,
    code: 'remittance_exists',
    title: 'This document was received already',
    detail: `Another file was reconciled as ${document}. Give this one the number on its own paper.`,
  })
