import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { importQuery } from '#app/imports/runs/import_list_query'
import { importIdValidator } from '#app/imports/import_validators'
import { errorsPath } from '#app/imports/files/uploads'
import { rejectionsWithoutCosts } from '#app/imports/files/without_costs'
import { notFound } from '#app/platform/http/problem'
import { staffOf } from '#app/staff/acting_staff'

/** The rejected rows of an import, as a file that can be corrected and imported. */
export default class ImportErrorsController {
  async show(ctx: HttpContext) {
    const { response } = ctx
    const { id } = await importIdValidator.validate(ctx.params)
    const run = await importQuery(id)
    const path = run.upload && errorsPath(run.upload)
    if (!path || !(await isThere(path))) throw notFound('file of rejected rows')
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Content-Disposition', `attachment; filename="import-${id}-rejets.csv"`)
    response.header('X-Content-Type-Options', 'nosniff')
    const mayKnow = staffOf(ctx).may('costs:read')
    return response.stream(mayKnow ? createReadStream(path) : rejectionsWithoutCosts(path, run))
  }
}

/** A file that is not there yet, or no longer, is no error of the disk. */
const isThere = (path: string) => stat(path).then(Boolean, () => false)
