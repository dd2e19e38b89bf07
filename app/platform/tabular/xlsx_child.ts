/**
 * Reads the first sheet of a workbook in a process of its own, whose heap is
 * capped: a hostile workbook ends this process and nothing else.
 *
 *     node xlsx_child.ts <file> <limits as JSON>
 *
 * Writes one JSON line for each row: [number, cells]. Exit code 2: the file is
 * unusable, and standard error says why in one line.
 */
import { once } from 'node:events'
import type { Limits } from '#app/platform/tabular/limits'
import { UnusableFile } from '#app/platform/tabular/unusable_file'
import { sheetRows } from '#app/platform/tabular/xlsx_sheet'
import { readWorkbook } from '#app/platform/tabular/xlsx_workbook'
import { ZipArchive } from '#app/platform/tabular/zip_archive'

const [path, limits] = process.argv.slice(2)
const BLOCK = 64 * 1024

// The reader went away: nothing is left to do.
process.stdout.on('error', () => process.exit(0))

try {
  await tellRows(path, JSON.parse(limits) as Limits)
} catch (error) {
  if (!(error instanceof UnusableFile || error instanceof SyntaxError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function tellRows(file: string, within: Limits) {
  const archive = await ZipArchive.open(file, within)
  const workbook = await readWorkbook(archive)
  let block = ''
  for await (const row of sheetRows(archive, workbook)) {
    block += `${JSON.stringify(row)}\n`
    if (block.length < BLOCK) continue
    if (!process.stdout.write(block)) await once(process.stdout, 'drain')
    block = ''
  }
  process.stdout.write(block)
}
