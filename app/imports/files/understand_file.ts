import type { ImportOptions } from '#app/imports/runs/import_run'
import { detectStyle } from '#app/imports/files/stage_file'
import { importTarget } from '#app/imports/targets'
import { UPLOAD_LIMITS } from '#app/imports/files/uploads'
import type { DecimalStyle } from '#app/platform/tabular/decimals'
import { HeaderMapping } from '#app/platform/tabular/mapping'
import { isBroken } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** How a file is read, for whoever has to agree or correct it. */
export interface Layout {
  /** In words: `CSV (;), windows-1252, gzip`. */
  format: string
  encoding?: string
  delimiter?: string
  decimals: DecimalStyle
  columns: SeenColumn[]
  /** Our columns, of which theirs may be one. */
  known: string[]
  /** What another list it looks like, if it does. */
  looksLike?: string
}

interface SeenColumn {
  header: string
  /** The first values that are not empty. */
  samples: string[]
  /** Which of our columns it is by its name; null when by none. */
  found: string | null
}

const SAMPLES = 3
const SAMPLE_ROWS = 50
const LONGEST_SAMPLE = 60
/** Choices are asked for so many; further columns go where their names say. */
const MOST_COLUMNS = 200

/** Reads as much of a file as it takes to say what its columns are. Throws `UnusableFile`. */
export async function understandFile(
  path: string,
  entity: string,
  options: ImportOptions
): Promise<{ file: TabularFile; layout: Layout }> {
  const target = await importTarget(entity)
  const file = await TabularFile.open(path, options, UPLOAD_LIMITS)
  const reading = target.read(file.headers, true)
  const mapping = new HeaderMapping(reading.rules)
  const samples = await sampleCells(file)
  const known = [...new Set(reading.rules.map(({ column }) => column))].filter(isOurs)
  const columns = file.headers.slice(0, MOST_COLUMNS).map((header) => ({
    header,
    samples: samples.get(header) ?? [],
    found: [mapping.fieldOf(header)?.column].find((column) => column && isOurs(column)) ?? null,
  }))
  const layout = {
    format: file.description,
    ...file.layout,
    decimals: await detectStyle(file, reading, mapping),
    columns,
    known,
    looksLike: otherList(() => target.read(file.headers, false)),
  }
  return { file, layout }
}

const isOurs = (column: string) => column !== 'ignored'

async function sampleCells(file: TabularFile): Promise<Map<string, string[]>> {
  const samples = new Map<string, string[]>()
  let rows = 0
  for await (const row of file.rows()) {
    if (++rows > SAMPLE_ROWS) break
    if (isBroken(row)) continue
    for (const [header, cell] of Object.entries(row.cells)) {
      const seen = samples.get(header) ?? []
      if (seen.length < SAMPLES)
        samples.set(header, [...seen, String(cell).slice(0, LONGEST_SAMPLE)])
    }
  }
  return samples
}

function otherList(read: () => unknown): string | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof UnusableFile) return error.says
    throw error
  }
}
