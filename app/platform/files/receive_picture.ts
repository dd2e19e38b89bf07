import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'

const MOST_BYTES = '15mb'

/**
 * Receives the one picture of a form, lets `use` read it from its path, and forgets the file. Nothing
 * is received before the route has let the sender in; what the file is, is found out by reading it.
 * Throws 422 when none came, or one of more than 15 MB.
 */
export async function receivePicture<Result>(
  { request }: HttpContext,
  field: string,
  use: (path: string) => Promise<Result>
): Promise<Result> {
  if (!request.is(['multipart/form-data'])) throw refused(field)
  const folder = await mkdtemp(join(tmpdir(), 'picture-'))
  try {
    request.multipart.onFile(field, { size: MOST_BYTES }, async (part, report) => {
      part.on('data', report)
      const tmpPath = join(folder, 'upload')
      await pipeline(part, createWriteStream(tmpPath))
      return { tmpPath }
    })
    await request.multipart.process({ limit: MOST_BYTES })
    const file = request.file(field)
    if (!file?.isValid || !file.tmpPath) throw refused(field)
    return await use(file.tmpPath)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function refused(field: string) {
  return new Problem({
    status: 422,
    code: 'no_picture',
    title: 'No picture came',
    detail: `Choose a picture of at most ${MOST_BYTES} in the field ${field}.`,
    extra: { errors: [{ field, rule: 'picture', message: 'Choose a picture' }] },
  })
}
