import type { Infer } from '@vinejs/vine/types'
import { chooseColumns } from '#app/imports/files/choose_columns'
import { importQuery } from '#app/imports/runs/import_list_query'
import type { programUploadValidator } from '#app/imports/import_validators'
import { moveByStaff } from '#app/imports/runs/move_run'
import { receiveFile } from '#app/imports/files/receive_file'
import type { Acting } from '#app/platform/database/act_as'
import type { UploadedFile } from '#app/platform/files/uploaded_file'

/**
 * Receives a file from a program and begins at once: a dry run when one is asked for, else the import
 * itself. Returns the id of the run.
 *
 * Throws a 422 `unusable_file`, and a 409 `import_in_progress` while the same file is being imported.
 */
export async function importUpload(
  file: UploadedFile,
  { entity = 'products', supplier, mapping, dryRun }: Infer<typeof programUploadValidator>,
  acting: Acting
): Promise<number> {
  const id = await receiveFile(file, { entity, supplier, mapping }, acting)
  const { options } = await importQuery(id)
  try {
    await chooseColumns(id, options, acting, dryRun === true ? 'checking' : 'staging')
    return id
  } catch (error) {
    // Nobody is told its number, so nobody could go on with it.
    await moveByStaff(id, 'cancellation', acting)
    throw error
  }
}
