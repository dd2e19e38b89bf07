import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { findRun, type ImportOptions, type ImportRun } from '#app/imports/runs/import_run'
import { mayBecome } from '#app/imports/runs/import_run_state'
import { wrongState } from '#app/imports/runs/change_state'
import { setState } from '#app/imports/runs/move_run'
import { type Choices, rememberChoices } from '#app/imports/files/remembered_columns'
import { FileStaging } from '#app/imports/files/stage_file'
import { importTarget } from '#app/imports/targets'
import { type Layout, understandFile } from '#app/imports/files/understand_file'
import { unusable } from '#app/imports/files/unusable'
import { sourcePath, uploadOf } from '#app/imports/files/uploads'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/**
 * Takes what somebody says about the columns of an uploaded file, remembers it for the next one, and
 * tries the file out in the background. Under another encoding or delimiter the columns are others: then
 * nothing begins, and the answer is false.
 *
 * @param next what to do with it: try it out, or import it at once
 *
 * Throws 404, 409 `wrong_state`, and 422 `unusable_file` when too little is mapped.
 */
export async function chooseColumns(
  id: number,
  choices: Choices,
  acting: Acting,
  next: 'checking' | 'staging' = 'checking'
): Promise<boolean> {
  const run = await findRun(id)
  if (!run) throw notFound('import')
  if (!mayBecome(run.state, next)) throw wrongState(run)
  const options = { ...choices, supplier: run.options.supplier }
  const { layout, headers } = await read(run, options)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const current = await findRun(id, trx)
    if (!current || !mayBecome(current.state, next)) throw wrongState(current ?? run)
    if (isReadOtherwise(run.options, options)) {
      await save(id, { ...options, mapping: undefined }, layout, trx)
      return false
    }
    await save(id, options, layout, trx)
    await rememberChoices(run.entity, options, headers, trx)
    await setState(current, next, next === 'checking' ? 'checked' : 'start', acting, trx)
    return true
  })
}

/** Opens the file as it is meant to be read; another reading has other columns to choose. */
async function read(run: ImportRun, options: ImportOptions) {
  const path = sourcePath(uploadOf(run))
  try {
    const { file, layout } = await understandFile(path, run.entity, options)
    if (!isReadOtherwise(run.options, options)) {
      await FileStaging.begin(file, await importTarget(run.entity), { mapping: {}, ...options })
    }
    return { layout, headers: file.headers }
  } catch (error) {
    throw unusable(error, run.fileName)
  }
}

const isReadOtherwise = (before: ImportOptions, now: ImportOptions) =>
  before.encoding !== now.encoding || before.delimiter !== now.delimiter

async function save(
  id: number,
  options: ImportOptions,
  layout: Layout,
  trx: TransactionClientContract
) {
  await sql(
    'update import_runs set options = $2, layout = $3, preview = null, updated_at = now() where id = $1',
    [id, JSON.stringify(options), JSON.stringify(layout)],
    trx
  )
}
