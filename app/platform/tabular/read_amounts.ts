import { Problem } from '#app/platform/http/problem'
import { detectDecimals, NotANumber, parseUnits } from '#app/platform/tabular/decimals'
import { type Cell, isBroken, type Row } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'
import { foldWords } from '#app/platform/text/fold_words'

/** Who pays many things at once lists them: what each is called, and the amounts that belong to it. */
type Columns<Name extends string> = {
  /** What those who write such lists call the column, folded. */
  key: string[]
  /** The first one has to be there. */
  amounts: Record<Name, string[]>
}

/** Amounts in millimes; `nth` is the line of the file. */
export type AmountRow<Name extends string> = {
  nth: number
  key: string
  amounts: Record<Name, number>
}

/** Nobody pays more at once. */
const MOST = 5_000

/** The rows of a list of payments, and what makes it the same file again. Throws 422 for what is no such list. */
export async function readAmounts<Name extends string>(
  path: string,
  columns: Columns<Name>
): Promise<{ sha256: string; rows: AmountRow<Name>[] }> {
  const file = await opened(path)
  const key = named(file, columns.key)
  const names = Object.keys(columns.amounts) as Name[]
  const headers = names.map((name) => named(file, columns.amounts[name]))
  const [main] = headers
  if (!key || !main) throw unusable(`has the columns ${file.headers.join(', ')}`)
  const rows = await readRows(file)
  const style = detectDecimals(rows.map(({ cells }) => cells[main] ?? ''))
  const amountsOf = ({ line, cells }: Row) =>
    Object.fromEntries(
      names.map((name, at) => {
        const header = headers[at]
        return [name, header ? amountIn(cells[header], style, line) : 0]
      })
    ) as Record<Name, number>
  return {
    sha256: file.sha256,
    rows: rows
      .filter(({ cells }) => String(cells[key] ?? '').trim())
      .map((row) => ({
        nth: row.line,
        key: String(row.cells[key]).trim().slice(0, 60),
        amounts: amountsOf(row),
      })),
  }
}

async function opened(path: string): Promise<TabularFile> {
  try {
    return await TabularFile.open(path)
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error
    throw unusable(error.says)
  }
}

const named = ({ headers }: TabularFile, words: string[]) =>
  headers.find((header) =>
    foldWords(header)
      .split(' ')
      .some((word) => words.includes(word))
  )

async function readRows(file: TabularFile): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of file.rows()) {
    if (isBroken(row)) throw unusable(`cannot be read in line ${row.line}`)
    rows.push(row)
    if (rows.length > MOST) throw unusable(`has more than ${MOST} rows`)
  }
  return rows
}

function amountIn(cell: Cell | undefined, style: 'point' | 'comma', line: number): number {
  if (cell === undefined || cell === '') return 0
  try {
    return parseUnits(cell, style, 3)
  } catch (error) {
    if (!(error instanceof NotANumber)) throw error
    throw unusable(`has no amount in line ${line}`)
  }
}

const unusable = (says: string) =>
  new Problem({
    status: 422,
    code: 'unusable_file',
    title: 'This file cannot be used',
    detail: `The file ${says}. Send a table with a number of its own and an amount in each row.`,
    extra: { reason: says },
  })
