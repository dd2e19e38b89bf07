import { createHash } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ImportOptions } from '#app/imports/runs/import_run'
import { sql } from '#app/platform/database/sql'
import { normaliseHeader } from '#app/platform/tabular/mapping'

/** What somebody has said about a file, and will mean by the next one of its kind. */
export type Choices = Pick<ImportOptions, 'mapping' | 'delimiter' | 'encoding' | 'decimals'>

/** Choices made for the lists of that supplier, else for lists with exactly these headers. */
export async function recallChoices(
  entity: string,
  supplier: string | undefined,
  headers: string[]
): Promise<Choices | undefined> {
  const keys = [...supplierKey(supplier), headersKey(headers)]
  const rows = await sql<{ lists: string; choices: Choices }>(
    'select lists, choices from import_mappings where entity = $1 and lists = any($2)',
    [entity, keys]
  )
  const found = keys.map((key) => rows.find(({ lists }) => lists === key)).find(Boolean)
  return found?.choices
}

/** Remembers choices for the next list of this supplier, and for lists with the same headers. */
export async function rememberChoices(
  entity: string,
  { supplier, ...options }: ImportOptions,
  headers: string[],
  trx: TransactionClientContract
) {
  const { mapping, delimiter, encoding, decimals } = options
  await sql(
    `insert into import_mappings (entity, lists, choices)
     select $1, lists, $3 from unnest($2::text[]) lists
     on conflict (entity, lists) do update set choices = excluded.choices, updated_at = now()`,
    [
      entity,
      [...supplierKey(supplier), headersKey(headers)],
      JSON.stringify({ mapping, delimiter, encoding, decimals }),
    ],
    trx
  )
}

const supplierKey = (supplier?: string) =>
  supplier ? [`supplier:${normaliseHeader(supplier)}`] : []

function headersKey(headers: string[]): string {
  const text = headers.map(normaliseHeader).join('\n')
  return `headers:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}
