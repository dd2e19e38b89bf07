import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Changes, recordAct } from '#app/platform/audit/record_act'

/** Keeps what changed of the things that belong to a product as a change of the product. */
export async function recordProductChange(
  { id, sku }: { id: number; sku: string },
  changes: Changes,
  trx: TransactionClientContract
): Promise<void> {
  const record = { entity: 'products', entityId: String(id), label: sku }
  await recordAct(trx, { action: 'updated', ...record, changes })
}
