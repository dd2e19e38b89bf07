import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const BLOCK = 32 * 1024

/**
 * Streams rows into a table with COPY, in one transaction. Arrays and objects
 * become JSON, undefined becomes NULL. Returns how many rows went in.
 */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: string[],
  rows: AsyncIterable<Record<string, unknown>>
): Promise<number> {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const copy = client.query(
    copyFrom(`copy ${client.escapeIdentifier(table)} (${names}) from stdin`)
  )
  await pipeline(Readable.from(blocks(rows, columns), { highWaterMark: 2 }), copy)
  return copy.rowCount
}

async function* blocks(rows: AsyncIterable<Record<string, unknown>>, columns: string[]) {
  let block = ''
  for await (const row of rows) {
    block += `${columns.map((column) => encode(row[column])).join('\t')}\n`
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  yield block
}

/** One value in the text format of COPY. */
function encode(value: unknown): string {
  if (value === undefined || value === null) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (!/[\\\n\r\t]/.test(text)) return text
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}
