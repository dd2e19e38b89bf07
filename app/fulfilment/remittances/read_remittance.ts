import { detectDecimals, NotANumber, parseUnits } from '#app/platform/tabular/decimals'
import { Problem } from '#app/platform/http/problem'
import { type Cell, isBroken, type Row } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'
import { foldWords } from '#app/platform/text/fold_words'

/** What a courier says of one parcel: amounts in millimes, `fee` is what it keeps. */
export type PaidParcel = { nth: number; trackingNumber: string; amount: number; fee: number }

/** What couriers call these columns. */
const COLUMNS = {
  tracking: ['tracking', 'code', 'ean', 'barcode', 'bordereau', 'suivi', 'colis', 'awb'],
  amount: ['amount', 'montant', 'cod', 'crbt', 'cash', 'encaisse', 'prix', 'مبلغ'],
  fee: ['fee', 'fees', 'frais', 'commission'],
}
/** A courier pays some hundred parcels at once. */
const MOST = 5_000

/** The rows of a courier's file, and what makes it the same file again. Throws 422 for what is no such list. */
export async function readRemittance(
  path: string
): Promise<{ sha256: string; rows: PaidParcel[] }> {
  const file = await opened(path)
  const column = {
    tracking: named(file, COLUMNS.tracking),
    amount: named(file, COLUMNS.amount),
    fee: named(file, COLUMNS.fee),
  }
  if (!column.tracking || !column.amount)
    throw unusable(`has the columns ${file.headers.join(', ')}`)
  const { tracking, amount, fee } = column
  const rows = await readRows(file)
  const style = detectDecimals(rows.map(({ cells }) => cells[amount] ?? ''))
  const millimes = ({ line, cells }: Row, name: string) => amountIn(cells[name], style, line)
  return {
    sha256: file.sha256,
    rows: rows
      .filter(({ cells }) => String(cells[tracking] ?? '').trim())
      .map((row) => ({
        nth: row.line,
        trackingNumber: String(row.cells[tracking]).trim().slice(0, 60),
        amount: millimes(row, amount),
        fee: fee ? millimes(row, fee) : 0,
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
    detail: `The file ${says}. Send a table with a tracking number and an amount in each row.`,
    extra: { reason: says },
  })
