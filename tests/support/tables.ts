import type { ReadRow } from '#app/platform/tabular/row'
import type { SniffOptions } from '#app/platform/tabular/sniff'
import { TabularFile } from '#app/platform/tabular/tabular_file'

/** Every row of a file, broken ones too. */
export async function readTable(path: string, options: SniffOptions = {}): Promise<ReadRow[]> {
  const file = await TabularFile.open(path, options)
  const rows: ReadRow[] = []
  for await (const row of file.rows()) rows.push(row)
  return rows
}
