import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type ImportOptions, NO_COUNTS } from '#app/imports/runs/import_run'
import { recordMove } from '#app/imports/runs/record_move'
import { type Choices, recallChoices } from '#app/imports/files/remembered_columns'
import { type Layout, understandFile } from '#app/imports/files/understand_file'
import { unusable } from '#app/imports/files/unusable'
import { dropUpload, keepUpload, sourcePath } from '#app/imports/files/uploads'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { UploadedFile } from '#app/platform/files/uploaded_file'
import type { TabularFile } from '#app/platform/tabular/tabular_file'

export interface Received {
  entity: string
  supplier?: string
  /** Chosen with the file, by a program; else what is remembered holds. */
  mapping?: ImportOptions['mapping']
}

/**
 * Keeps an uploaded file as a run that waits for its columns to be agreed upon. What was chosen for the
 * last list of the same supplier, or with the same headers, is chosen again.
 *
 * Throws a 422 `unusable_file` for what is no table, in one line that says what it looks like.
 */
export async function receiveFile(
  { path, name, bytes }: UploadedFile,
  { entity, supplier, mapping }: Received,
  acting: Acting
): Promise<number> {
  const upload = await keepUpload(path)
  try {
    const given = mapping && { mapping }
    const { file, layout, choices } = await understand(upload, entity, supplier, given)
    const run = { entity, name, bytes, upload, file, layout, options: { ...choices, supplier } }
    return await db.transaction(async (trx) => {
      await actAs(trx, acting)
      return insertUpload(run, acting.actor, trx)
    })
  } catch (error) {
    await dropUpload(upload)
    throw unusable(error, name)
  }
}

async function understand(
  upload: string,
  entity: string,
  supplier: string | undefined,
  given: Choices | undefined
) {
  const path = sourcePath(upload)
  const seen = await understandFile(path, entity, {})
  const choices = given ?? (await recallChoices(entity, supplier, seen.file.headers)) ?? {}
  const isAsDetected = !choices.encoding && !choices.delimiter
  return { ...(isAsDetected ? seen : await understandFile(path, entity, choices)), choices }
}

interface Upload {
  entity: string
  name: string
  bytes: number
  upload: string
  file: TabularFile
  layout: Layout
  options: ImportOptions
}

async function insertUpload(
  { entity, name, bytes, upload, file, layout, options }: Upload,
  actor: string,
  trx: TransactionClientContract
): Promise<number> {
  const [{ id }] = await sql<{ id: number }>(
    `insert into import_runs (entity, file_name, file_hash, file_bytes, upload, options, layout, state, counts, actor)
     values ($1, $2, $3, $4, $5, $6, $7, 'uploaded', $8, $9) returning id`,
    [
      ...[entity, name, file.sha256, bytes, upload],
      ...[options, layout, NO_COUNTS].map((value) => JSON.stringify(value)),
      actor,
    ],
    trx
  )
  await recordMove(id, 'created', trx)
  return id
}
