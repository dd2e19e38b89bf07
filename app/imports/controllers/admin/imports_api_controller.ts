import type { HttpContext } from '@adonisjs/core/http'
import { importListQuery, importQuery } from '#app/imports/runs/import_list_query'
import { importDetail, importItem } from '#app/imports/runs/import_transformer'
import {
  GROUPS,
  importIdValidator,
  importListValidator,
  programUploadValidator,
} from '#app/imports/import_validators'
import { importUpload } from '#app/imports/files/import_upload'
import { expectedList, hiddenFrom } from '#app/imports/right_to_list'
import { uploadedFile } from '#app/platform/files/uploaded_file'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Imports as staff programs send and watch them. */
export default class ImportsApiController {
  async index(ctx: HttpContext) {
    const { group, limit = ROWS, cursor } = await importListValidator.validate(ctx.request.qs())
    const states = group && [...GROUPS[group]]
    const { page, meta } = await importListQuery(limit, states, cursor, hiddenFrom(staffOf(ctx)))
    return { data: page.map(importItem), meta }
  }

  async show(ctx: HttpContext) {
    const { id } = await importIdValidator.validate(ctx.params)
    return { data: importDetail(await importQuery(id), staffOf(ctx)) }
  }

  async store(ctx: HttpContext) {
    const input = await programUploadValidator.validate(ctx.request.body())
    const entity = expectedList(staffOf(ctx), input.entity)
    const id = await importUpload(uploadedFile(ctx), { ...input, entity }, actingStaff(ctx))
    ctx.response.status(202).header('Location', `/api/admin/imports/${id}`)
    return { data: importDetail(await importQuery(id), staffOf(ctx)) }
  }
}
