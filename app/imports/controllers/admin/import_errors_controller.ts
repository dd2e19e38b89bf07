import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { importQuery } from '#app/imports/runs/import_list_query'
import { importIdValidator } from '#app/imports/import_validators'
import { errorsPath } from '#app/imports/files/uploads'
import { rejectionsWithoutCosts } from '#app/imports/files/without_costs'
import { notFound } from '#app/platform/http/problem'
import { sendCsv } from '#app/platform/http/send_csv'
import { staffOf } from '#app/staff/acting_staff'

/** The rejected rows of an import, as a file that can be corrected and imported. */
export default class ImportErrorsController {
  async show(ctx: HttpContext) {
    const { id } = await importIdValidator.validate(ctx.params)
    const run = await importQuery(id)
    const path = run.upload && errorsPath(run.upload)
    if (!path || !(await isThere(path))) throw notFound('file of rejected rows')
    const mayKnow = staffOf(ctx).may('costs:read')
    const rows = mayKnow ? createReadStream(path) : rejectionsWithoutCosts(path, run)
    return sendCsv(ctx.response, `import-${id}-rejets.csv`, rows)
  }
}

/** A file that is not there yet, or no longer, is no error of the disk. */
const isThere = (path: string) => stat(path).then(Boolean, () => false)
