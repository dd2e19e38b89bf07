import { orderToken } from '#app/orders/buyers/order_token'
import { invoicedOrder } from '#tests/support/invoices'
import { shortRemittance } from '#tests/support/differences'
import { placedOrder } from '#tests/support/purchases'
import { confirmedOrder, refusedParcel, sentParcel } from '#tests/support/shipments'

/** What hostile requests about parcels, remittances and invoices need to get past the first check. */
export async function existingShipments() {
  const [out, gone, refused] = [await sentParcel(), await sentParcel(), await refusedParcel()]
  const [toSend, toFetch] = [await confirmedOrder(), await placedOrder()]
  const { id, lineId } = await shortRemittance()
  const [invoiced, creditable] = [await invoicedOrder(), await invoicedOrder()]
  const left = await sentParcel()
  return {
    ...{ outId: String(out.id), goneId: String(gone.id), refusedId: String(refused.id) },
    ...{ remittanceId: String(id), lineId: String(lineId) },
    ...{ invoiceNumber: invoiced.number, creditableNumber: creditable.number },
    ...{ invoicedNumber: invoiced.orderNumber, invoicedToken: orderToken(invoiced.orderNumber) },
    goneNumber: left.number,
    ...{ orderNumber: toSend.number, fetchedNumber: toFetch.number },
  }
}
