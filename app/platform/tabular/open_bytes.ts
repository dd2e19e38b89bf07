import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { fileKind } from '#app/platform/tabular/file_kind'
import { HARMLESS_BYTES, type Limits } from '#app/platform/tabular/limits'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** Whether the file is gzipped, by its content. Throws `UnusableFile` when it is a directory. */
export async function isGzipped(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const status = await file.stat()
    if (status.isDirectory()) throw UnusableFile.directory(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return fileKind(buffer.subarray(0, bytesRead)).is === 'gzip'
  } finally {
    await file.close()
  }
}

/**
 * The bytes of a file, gunzipped when it is gzipped.
 * Throws `UnusableFile` as soon as it expands beyond the limits, or when the archive is damaged.
 */
export async function* openBytes(path: string, limits: Limits): AsyncGenerator<Buffer> {
  if (!(await isGzipped(path))) {
    yield* createReadStream(path, { highWaterMark: 32 * 1024 })
    return
  }

  const file = createReadStream(path)
  const gunzip = createGunzip({ chunkSize: 32 * 1024 })
  file.once('error', (error) => gunzip.destroy(error))
  file.pipe(gunzip)
  try {
    yield* withinLimits(path, gunzip, () => file.bytesRead, limits)
  } catch (error) {
    throw isZlibError(error)
      ? UnusableFile.named(path, 'is a gzip archive that is cut short or damaged: fetch it again')
      : error
  } finally {
    file.destroy()
    gunzip.destroy()
  }
}

async function* withinLimits(
  path: string,
  chunks: AsyncIterable<Buffer>,
  compressed: () => number,
  { ratio, expandedBytes }: Limits
): AsyncGenerator<Buffer> {
  let expanded = 0
  for await (const chunk of chunks) {
    expanded += chunk.length
    if (expanded > HARMLESS_BYTES && expanded > ratio * compressed()) {
      throw UnusableFile.named(
        path,
        `expands more than ${ratio} times: it looks like a decompression bomb`
      )
    }
    if (expanded > expandedBytes) {
      throw UnusableFile.named(path, `expands to more than ${expandedBytes} bytes: split it`)
    }
    yield chunk
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}
