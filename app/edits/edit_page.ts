import { expectEditable } from '#app/edits/edit_refusals'
import { orderQuery } from '#app/orders/order_query'
import { isFixed, isOfStranger } from '#app/payments/by_hand/ask_other_amount'
import { paymentsOfOrder } from '#app/payments/payment'
import { isOpen } from '#app/payments/payment_state'
import { everyShippingOption } from '#app/shipping/shipping_options_query'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { shownPhone } from '#app/tunisia/phone'

/** What the form that changes an order shows. Throws 404, and 409 once it cannot be changed. */
export async function editPage(number: string) {
  const order = await orderQuery(number)
  await expectEditable(order)
  const payments = await paymentsOfOrder(order.id)
  const { contact, governorate } = order
  return {
    order,
    onlyCheaper: payments.some(isFixed),
    pagesOfStrangers: payments.filter((payment) => isOpen(payment.state) && isOfStranger(payment)),
    options: await everyShippingOption(),
    governorates: GOVERNORATES,
    address: { ...contact, phone: contact?.phone ? shownPhone(contact.phone) : '', governorate },
  }
}
