import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'
import { lockedParcel } from '#app/fulfilment/follow_parcel'
import { settle } from '#app/fulfilment/remittances/reconcile_remittance'

type Line = { parcelId: number | null; document: string; isOpen: boolean }

/** The shop lives with what a courier paid too little or too much for a parcel. Throws 404 and 409. */
export function acceptDifference(
  { remittanceId, lineId }: { remittanceId: number; lineId: number },
  acting: Acting
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [line] = await sql<Line>(
      `select l.parcel_id as "parcelId", r.document, l.verdict in ('short', 'over') and l.accepted_by is null as "isOpen"
       from remittance_lines l join remittances r on r.id = l.remittance_id
       where l.id = $1 and l.remittance_id = $2 for update of l`,
      [lineId, remittanceId],
      trx
    )
    if (!line) throw notFound('remittance line')
    const parcel = line.isOpen && line.parcelId ? await lockedParcel(line.parcelId, trx) : undefined
    if (!parcel || parcel.remitted || parcel.cash === 0) throw notOpen()
    await settle(parcel, { document: line.document, actor: acting.actor }, trx)
    await sql(
      'update remittance_lines set accepted_by = $2 where id = $1',
      [lineId, acting.actor],
      trx
    )
  })
}

const notOpen = () =>
  new Problem({
    status: 409,
    code: 'no_difference',
    title: 'There is no difference to accept',
    detail:
      'Only lines that are short or over, of a parcel that is not paid for yet, can be accepted.',
  })
