import type { HttpContext } from '@adonisjs/core/http'
import { reconcileRemittance } from '#app/fulfilment/remittances/reconcile_remittance'
import { remittanceQuery, remittancesQuery } from '#app/fulfilment/remittances/remittances_query'
import { remittanceUploadValidator } from '#app/fulfilment/remittances/remittance_validators'
import { shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What couriers pay, in the browser. */
export default class RemittancesController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const { page, nextCursor } = await remittancesQuery(LIMIT, cursor)
    return view.render('admin/remittances/index', { remittances: page, nextCursor, cursor })
  }

  async store(ctx: HttpContext) {
    const paper = await ctx.request.validateUsing(remittanceUploadValidator)
    const { path, name } = uploadedFile(ctx)
    const id = await reconcileRemittance({ ...paper, path, fileName: name }, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/remittances/${id}`)
  }

  async show({ params, view }: HttpContext) {
    const { id } = await shipmentIdValidator.validate(params)
    return view.render('admin/remittances/show', { remittance: await remittanceQuery(id) })
  }
}
