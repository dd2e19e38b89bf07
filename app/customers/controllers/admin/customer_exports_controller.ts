import type { HttpContext } from '@adonisjs/core/http'
import { customerIdValidator } from '#app/customers/desk_validators'
import { exportPersonalData } from '#app/customers/export_personal_data'
import { actingStaff } from '#app/staff/acting_staff'

/** What is kept of a customer, as a file to hand over; that somebody took it is kept as well. */
export default class CustomerExportsController {
  async show(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    const data = await exportPersonalData(id, actingStaff(ctx))
    ctx.response.header('Content-Type', 'application/json; charset=utf-8')
    ctx.response.header('Content-Disposition', `attachment; filename="client-${id}.json"`)
    return JSON.stringify(data, null, 2)
  }
}
