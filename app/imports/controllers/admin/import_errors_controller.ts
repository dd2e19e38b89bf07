import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { importQuery } from '#app/imports/runs/import_list_query'
import { importIdValidator } from '#app/imports/import_validators'
import { errorsPath } from '#app/imports/files/uploads'
import { notFound } from '#app/platform/http/problem'

/** The rejected rows of an import, as a file that can be corrected and imported. */
export default class ImportErrorsController {
  async show({ params, response }: HttpContext) {
    const { id } = await importIdValidator.validate(params)
    const { upload } = await importQuery(id)
    const path = upload && errorsPath(upload)
    if (!path || !(await isThere(path))) throw notFound('file of rejected rows')
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Content-Disposition', `attachment; filename="import-${id}-rejets.csv"`)
    response.header('X-Content-Type-Options', 'nosniff')
    return response.stream(createReadStream(path))
  }
}

/** A file that is not there yet, or no longer, is no error of the disk. */
const isThere = (path: string) => stat(path).then(Boolean, () => false)
