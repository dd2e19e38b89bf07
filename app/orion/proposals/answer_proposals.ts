import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { addToDraft, openDraft } from '#app/purchasing/add_to_draft'
import type { Drafted } from '#app/purchasing/order_suggestions'

type Open = { id: number; supplierId: number; sku: string; quantity: number; cost: number }

/**
 * Puts proposals onto drafts, one for each supplier: the open one when there is one. What was answered meanwhile
 * is left out, so that accepting twice orders once.
 */
export function acceptProposals(ids: number[], acting: Acting): Promise<Drafted[]> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const open = await holdOpen(ids, trx)
    const drafted: Drafted[] = []
    // In one order, so that two who order at once do not wait in a circle.
    const bySupplier = [...Map.groupBy(open, ({ supplierId }) => supplierId)]
    for (const [supplierId, proposals] of bySupplier.sort(([a], [b]) => a - b)) {
      const order = await openDraft(supplierId, acting, trx)
      await addToDraft(
        order,
        proposals.map(({ sku, quantity, cost }) => ({ sku, quantity, cost })),
        trx
      )
      await close(proposals, { state: 'accepted', number: order.number }, trx)
      const { number, supplier } = order
      drafted.push({ number, supplier, lines: proposals.length })
    }
    return drafted
  })
}

/** Nobody buys these: they are not proposed again for a month. Returns how many were open. */
export function declineProposals(ids: number[], acting: Acting): Promise<number> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const open = await holdOpen(ids, trx)
    await close(open, { state: 'declined', number: null }, trx)
    return open.length
  })
}

function holdOpen(ids: number[], trx: TransactionClientContract): Promise<Open[]> {
  return sql<Open>(
    `select x.id, x.supplier_id as "supplierId", p.sku, x.quantity, x.cost
     from purchase_proposals x join products p on p.id = x.product_id and p.deleted_at is null
     where x.id = any ($1::int[]) and x.state = 'open' order by x.id for update of x`,
    [ids],
    trx
  )
}

async function close(
  proposals: Open[],
  { state, number }: { state: 'accepted' | 'declined'; number: string | null },
  trx: TransactionClientContract
) {
  await sql(
    `update purchase_proposals set state = $2, purchase_order = $3, closed_at = now(), updated_at = now()
     where id = any ($1::int[])`,
    [proposals.map(({ id }) => id), state, number],
    trx
  )
  for (const { id, sku } of proposals) {
    const changes = { state: ['open', state] as [string, string] }
    await recordAct(trx, {
      ...{ action: 'updated', entity: 'purchase_proposals', entityId: String(id), label: sku },
      changes,
    })
  }
}
