import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { storagePath } from '#app/platform/files/storage'

/** Of a whole multipart body. */
const MOST_UPLOADED = '50mb'

/**
 * Streams the part `file` of a multipart body to the disk, under a name of ours, before the fields
 * are read: those that check the request come after it. What nobody has moved elsewhere is removed
 * when the request is over. Answers 413 beyond `MOST_UPLOADED`;
 * a form is shown again, and says so.
 */
export default class UploadMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.request.is(['multipart/form-data'])) return next()
    const written: string[] = []
    try {
      await receive(ctx.request, written)
      return await next()
    } catch (error) {
      if ('session' in ctx && isTooLarge(error)) return askForLess(ctx)
      throw error
    } finally {
      for (const path of written) await rm(path, { force: true })
    }
  }
}

async function receive({ multipart }: HttpContext['request'], written: string[]) {
  await mkdir(storagePath('incoming'), { recursive: true })
  multipart.onFile('file', {}, async (part, report) => {
    const path = storagePath('incoming', randomUUID())
    written.push(path)
    part.pause()
    part.on('data', report)
    await pipeline(part, createWriteStream(path))
    return { filePath: path }
  })
  await multipart.process({ limit: MOST_UPLOADED, maxFields: 100 })
}

const isTooLarge = (error: unknown) =>
  error instanceof Error && 'status' in error && error.status === 413

function askForLess({ request, response, session }: HttpContext) {
  session.flash('problem', 'problems.upload_too_large')
  return response.seeOther(request.url())
}
