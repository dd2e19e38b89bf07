import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Limits } from '#app/platform/tabular/limits'
import { openBytes } from '#app/platform/tabular/open_bytes'

/** Reads from an expanded copy of a gzipped file: a workbook is read from its end. The copy goes afterwards. */
export async function* withExpanded<Item>(
  path: string,
  limits: Limits,
  read: (expanded: string) => AsyncIterable<Item>
): AsyncGenerator<Item> {
  const folder = await mkdtemp(join(tmpdir(), 'table-'))
  try {
    const expanded = join(folder, basename(path).replace(/\.gz$/i, ''))
    await pipeline(openBytes(path, limits), createWriteStream(expanded))
    yield* read(expanded)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
