import type { HttpContext } from '@adonisjs/core/http'
import { reconcileRemittance } from '#app/fulfilment/remittances/reconcile_remittance'
import { remittanceQuery, remittancesQuery } from '#app/fulfilment/remittances/remittances_query'
import {
  remittanceAnswer,
  remittanceDetail,
} from '#app/fulfilment/remittances/remittance_transformer'
import { remittanceUploadValidator } from '#app/fulfilment/remittances/remittance_validators'
import { shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** What couriers pay, as staff programs read it and hand it in. */
export default class RemittancesApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await remittancesQuery(limit, cursor)
    return { data: page.map(remittanceAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await shipmentIdValidator.validate(params)
    return { data: remittanceDetail(await remittanceQuery(id)) }
  }

  async store(ctx: HttpContext) {
    const paper = await remittanceUploadValidator.validate(ctx.request.body())
    const { path, name } = uploadedFile(ctx)
    const id = await reconcileRemittance({ ...paper, path, fileName: name }, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/remittances/${id}`)
    return { data: remittanceDetail(await remittanceQuery(id)) }
  }
}
