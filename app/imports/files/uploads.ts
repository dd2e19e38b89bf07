import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import type { ImportRun } from '#app/imports/runs/import_run'
import { storagePath } from '#app/platform/files/storage'
import { LIMITS, type Limits } from '#app/platform/tabular/limits'

/** A file that came over the web may grow to ten times what may be sent, and no further. */
export const UPLOAD_LIMITS: Limits = { ...LIMITS, expandedBytes: 512 * 1024 ** 2 }

/** Folder of everything that belongs to one upload. Its name is ours. */
export const uploadFolder = (upload: string) => storagePath('imports', upload)

export const sourcePath = (upload: string) => storagePath('imports', upload, 'source')

export const errorsPath = (upload: string) => storagePath('imports', upload, 'errors.csv')

/** Moves a received file to a folder of its own and returns the folder's name. */
export async function keepUpload(receivedAt: string): Promise<string> {
  const upload = randomUUID()
  await mkdir(uploadFolder(upload), { recursive: true })
  await rename(receivedAt, sourcePath(upload))
  return upload
}

export async function dropUpload(upload: string) {
  await rm(uploadFolder(upload), { recursive: true, force: true })
}

/** The upload of a run that a job works on. Throws for a run of a command: its file is not ours. */
export function uploadOf({ id, upload }: ImportRun): string {
  if (upload) return upload
  throw new Error(`import ${id} has no upload`)
}
