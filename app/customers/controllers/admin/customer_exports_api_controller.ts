import type { HttpContext } from '@adonisjs/core/http'
import { customerIdValidator } from '#app/customers/desk_validators'
import { exportPersonalData } from '#app/customers/export_personal_data'
import { actingStaff } from '#app/staff/acting_staff'

export default class CustomerExportsApiController {
  async show(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    return { data: await exportPersonalData(id, actingStaff(ctx)) }
  }
}
