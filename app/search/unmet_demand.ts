import db from '@adonisjs/lucid/services/db'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type UnmetDemand = {
  id: number
  kind: 'search' | 'telephone'
  words: string
  vehicleTypeId: number | null
  contact: string | null
  note: string | null
  asked: number
  lastAskedAt: Date
  recordedBy: string
}

type TelephoneRequest = Partial<Pick<UnmetDemand, 'contact' | 'note'>> & {
  words: string
  vehicleTypeId?: number
}

const ORDER = 'unmet:id:desc'

const COLUMNS = `id, kind, words, vehicle_type_id as "vehicleTypeId", contact, note, asked,
  last_asked_at as "lastAskedAt", recorded_by as "recordedBy"`

/** A search that found nothing: counted once a day and wording, so that what many miss stands out. */
export const recordUnmetSearch = (words: string, vehicleTypeId?: number): Promise<void> =>
  recordUnmet([words], vehicleTypeId)

/**
 * Several things that were asked for at once and not found, such as the numbers of a pasted text. What
 * has no letter and no figure is nothing that somebody could want.
 */
export async function recordUnmet(asked: string[], vehicleTypeId?: number): Promise<void> {
  if (asked.length === 0) return
  await sql(
    `insert into unmet_demand (kind, words, vehicle_type_id)
     select distinct on (fold_words(w)) 'search', w, (select id from vehicle_types where id = $2)
     from unnest($1::text[]) w where fold_words(w) <> '' order by fold_words(w)
     on conflict (asked_on, words_norm) where kind = 'search'
     do update set asked = unmet_demand.asked + 1, last_asked_at = now()`,
    [asked, vehicleTypeId ?? null]
  )
}

/** What a customer asked for on the telephone and the shop does not have. */
export function recordTelephoneRequest(
  { words, vehicleTypeId, contact, note }: TelephoneRequest,
  acting: Acting
): Promise<UnmetDemand> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [row] = await sql<UnmetDemand>(
      `insert into unmet_demand (kind, words, vehicle_type_id, contact, note, recorded_by)
       select 'telephone', $1, (select id from vehicle_types where id = $2), $3, $4, $5
       returning ${COLUMNS}`,
      [words, vehicleTypeId ?? null, contact ?? null, note ?? null, acting.actor],
      trx
    )
    // The ledger is mostly written by searches, which nobody signs: no trigger watches it.
    const entityId = String(row.id)
    await recordAct(trx, { action: 'created', entity: 'unmet_demand', entityId, label: words })
    return row
  })
}

/** A page of the ledger, newest first. */
export async function unmetDemandQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : null
  const rows = await sql<UnmetDemand>(
    `select ${COLUMNS} from unmet_demand where $1::bigint is null or id < $1::bigint
     order by id desc limit $2`,
    [before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}
