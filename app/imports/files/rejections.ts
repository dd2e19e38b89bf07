import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { csvLine } from '#app/platform/tabular/write_csv'
import { LIMITS } from '#app/platform/tabular/limits'
import { isBroken } from '#app/platform/tabular/row'
import type { TabularFile } from '#app/platform/tabular/tabular_file'

export interface RejectedRow {
  line: number
  reason: string
}

/** The first rows that were rejected, in the order of the file. */
export async function firstRejections(
  session: pg.Client,
  staging: string,
  limit: number
): Promise<RejectedRow[]> {
  const { rows } = await session.query<RejectedRow>(
    `select line, reason from ${staging} where reason is not null order by seq limit $1`,
    [limit]
  )
  return rows
}

/**
 * Writes every rejected row as it stands in the file, with its line and the
 * reason, under the file's own headers: corrected, it can be imported.
 */
export async function writeRejections(
  session: pg.Client,
  staging: string,
  file: TabularFile,
  path: string
) {
  const rejected = new Map<number, string>()
  for (const { line, reason } of await firstRejections(session, staging, 2_000_000_000)) {
    rejected.set(line, reason)
  }
  await pipeline(Readable.from(lines(file, rejected)), createWriteStream(path))
}

async function* lines(file: TabularFile, rejected: Map<number, string>) {
  const headers = await headersOf(file, rejected)
  yield csvLine(['line', 'reason', ...headers])
  if (!rejected.size) return
  for await (const row of file.rows()) {
    const reason = rejected.get(row.line)
    if (reason === undefined) continue
    const cells = isBroken(row)
      ? [row.text]
      : headers.map((header) => String(row.cells[header] ?? ''))
    yield csvLine([String(row.line), reason, ...cells])
  }
}

/** The headers of the file; objects may have keys that the first ones lack. As many as a file of ours may have. */
async function headersOf(file: TabularFile, rejected: Map<number, string>): Promise<string[]> {
  const headers = new Set(file.headers)
  if (!file.isOpenEnded || !rejected.size) return [...headers]
  for await (const row of file.rows()) {
    if (isBroken(row) || !rejected.has(row.line)) continue
    for (const header of Object.keys(row.cells)) {
      if (headers.size < LIMITS.columns) headers.add(header)
    }
  }
  return [...headers]
}
