import type { HttpContext } from '@adonisjs/core/http'
import { acceptDifference } from '#app/fulfilment/remittances/accept_difference'
import { remittanceLineValidator } from '#app/fulfilment/remittances/remittance_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class DifferencesController {
  async store(ctx: HttpContext) {
    const { id, lineId } = await remittanceLineValidator.validate(ctx.params)
    await acceptDifference({ remittanceId: id, lineId }, actingStaff(ctx))
    ctx.session.flash('done', 'remittances.is_accepted')
    return ctx.response.seeOther(`/admin/remittances/${id}`)
  }
}
