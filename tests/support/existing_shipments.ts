import { shortRemittance } from '#tests/support/differences'
import { placedOrder } from '#tests/support/purchases'
import { confirmedOrder, refusedParcel, sentParcel } from '#tests/support/shipments'

/** What hostile requests about parcels and remittances need to get past the first check. */
export async function existingShipments() {
  const [out, gone, refused] = [await sentParcel(), await sentParcel(), await refusedParcel()]
  const [toSend, toFetch] = [await confirmedOrder(), await placedOrder()]
  const { id, lineId } = await shortRemittance()
  return {
    ...{ outId: String(out.id), goneId: String(gone.id), refusedId: String(refused.id) },
    ...{ remittanceId: String(id), lineId: String(lineId) },
    ...{ orderNumber: toSend.number, fetchedNumber: toFetch.number },
  }
}
