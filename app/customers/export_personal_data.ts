import db from '@adonisjs/lucid/services/db'
import { personalDataOf } from '#app/customers/personal_data'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'

/** All that is kept of a customer, for staff to hand over; the log keeps who took it. Throws a 404. */
export async function exportPersonalData(id: number, acting: Acting) {
  const data = await personalDataOf(id)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    await recordAct(trx, { action: 'exported', entity: 'customers', entityId: String(id) })
  })
  return data
}
