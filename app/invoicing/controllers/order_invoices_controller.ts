import type { HttpContext } from '@adonisjs/core/http'
import { invoiceOfBuyer } from '#app/invoicing/invoice_of_buyer'
import { sendInvoicePdf } from '#app/invoicing/send_invoice_pdf'
import { orderOfBuyer } from '#app/orders/buyers/order_of_buyer'
import { orderNumberValidator, orderTokenValidator } from '#app/orders/buyers/order_validators'

export default class OrderInvoicesController {
  /** For whoever may see the order. */
  async show(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token } = await orderTokenValidator.validate(ctx.request.qs())
    const order = await orderOfBuyer(ctx, number, token)
    return sendInvoicePdf(ctx, await invoiceOfBuyer(order.id))
  }
}
