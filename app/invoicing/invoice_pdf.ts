import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import i18nManager from '@adonisjs/i18n/services/main'
import type PDFKit from 'pdfkit'
import { dinars } from '#app/money/dinars'
import { scaled } from '#app/money/rounding'
import { day } from '#app/platform/views/moments'
import { wholeNumber } from '#app/platform/views/numbers'
import { amountInWords } from '#app/invoicing/amount_in_words'
import type { Invoice } from '#app/invoicing/invoice'
import { runsOf } from '#app/invoicing/paper_text'

type Paper = typeof PDFKit.prototype

const MARGIN = 42
const [WIDTH, HEIGHT] = [595.28, 841.89]
const INNER = WIDTH - 2 * MARGIN
const SIZE = 9
const ARABIC_FONT = '@fontsource/readex-pro/files/readex-pro-arabic-400-normal.woff'

let arabic: Promise<Buffer> | undefined
const arabicFont = () => (arabic ??= readFile(fileURLToPath(import.meta.resolve(ARABIC_FONT))))

/** Columns of the lines: how wide they are, and what stands in them. */
type Column<Row> = { width: number; name: string; of: (row: Row) => string }

/**
 * A document on paper, in French as accountants here keep them; what was typed in Arabic stays Arabic. The same
 * document is the same bytes, always.
 */
export async function invoicePdf(invoice: Invoice): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const paper = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'fr',
    info: {
      Title: invoice.number,
      Author: invoice.seller.name,
      CreationDate: new Date(`${invoice.issuedOn}T00:00:00Z`),
    },
  })
  const chunks: Buffer[] = []
  paper.on('data', (chunk: Buffer) => chunks.push(chunk))
  paper.registerFont('arabic', await arabicFont())
  write(paper, invoice)
  const ended = once(paper, 'end')
  paper.end()
  await ended
  return Buffer.concat(chunks)
}

const words = (key: string) => i18nManager.locale('fr').t(`invoices.${key}`)

function write(paper: Paper, invoice: Invoice) {
  head(paper, invoice)
  buyer(paper, invoice)
  table(paper, invoice.lines, LINES())
  gap(paper)
  table(paper, invoice.rates, RATES())
  gap(paper)
  sums(paper, invoice)
  gap(paper)
  line(paper, `${words(`words_${invoice.type}`)} ${amountInWords(invoice.total)}.`)
}

function head(paper: Paper, { seller, ...invoice }: Invoice) {
  line(paper, `${words(`type_${invoice.type}`)} ${invoice.number}`, { size: 15, isBold: true })
  line(paper, `${words('day')} : ${day(new Date(invoice.issuedOn))}`)
  line(paper, `${words('order')} : ${invoice.orderNumber}`)
  if (invoice.ofNumber) line(paper, `${words('credits')} : ${invoice.ofNumber}`)
  gap(paper)
  line(paper, seller.name, { isBold: true })
  line(paper, seller.address)
  line(paper, `${words('tax_id')} : ${seller.taxId}`)
  if (seller.register) line(paper, `${words('register')} : ${seller.register}`)
  if (seller.phone) line(paper, `${words('phone')} : ${seller.phone}`)
  gap(paper)
}

function buyer(paper: Paper, { buyer: { name, address, taxId }, reason }: Invoice) {
  line(paper, `${words('buyer')} :`)
  line(paper, name, { isBold: true })
  if (address) line(paper, address)
  if (taxId) line(paper, `${words('tax_id')} : ${taxId}`)
  if (reason) {
    line(paper, `${words('reason')} :`)
    line(paper, reason)
  }
  gap(paper)
}

const LINES = (): Column<Invoice['lines'][number]>[] => [
  { width: 0.36, name: words('line'), of: ({ nameFr, sku }) => `${nameFr} (${sku})` },
  { width: 0.06, name: words('quantity'), of: ({ quantity }) => wholeNumber(quantity) },
  {
    width: 0.13,
    name: words('unit_net'),
    of: ({ unitPrice, taxRate }) => dinars(scaled(unitPrice, 100, 100 + taxRate)),
  },
  {
    width: 0.13,
    name: words('discount'),
    of: ({ discount }) => (discount ? dinars(discount) : ''),
  },
  { width: 0.06, name: words('rate'), of: ({ taxRate }) => `${taxRate} %` },
  { width: 0.13, name: words('net'), of: ({ net }) => dinars(net) },
  { width: 0.13, name: words('gross'), of: ({ gross }) => dinars(gross) },
]

const RATES = (): Column<Invoice['rates'][number]>[] => [
  { width: 0.36, name: words('rate'), of: ({ taxRate }) => `${taxRate} %` },
  { width: 0.2, name: words('base'), of: ({ net }) => dinars(net) },
  { width: 0.2, name: words('tax'), of: ({ tax }) => dinars(tax) },
]

function table<Row>(paper: Paper, rows: Row[], columns: Column<Row>[]) {
  const heading = () => {
    tableRow(paper, columns, ({ name }) => name, true)
    paper
      .moveTo(MARGIN, paper.y)
      .lineTo(MARGIN + INNER, paper.y)
      .lineWidth(0.5)
      .stroke()
    paper.y += 3
  }
  heading()
  for (const row of rows) {
    if (paper.y > HEIGHT - MARGIN - 3 * SIZE) {
      paper.addPage()
      heading()
    }
    tableRow(paper, columns, ({ of }) => of(row))
  }
}

/** Words from the left, figures to the right; as high as its words need. */
function tableRow<Row>(
  paper: Paper,
  columns: Column<Row>[],
  told: (column: Column<Row>) => string,
  isBold = false
) {
  const top = paper.y
  let left = MARGIN
  let bottom = top
  for (const [nth, column] of columns.entries()) {
    const width = column.width * INNER
    const align = nth === 0 ? 'left' : 'right'
    draw(paper, told(column), { left, top, width: width - 4, align, isBold })
    bottom = Math.max(bottom, paper.y)
    left += width
  }
  paper.x = MARGIN
  paper.y = bottom + 2
}

function sums(paper: Paper, invoice: Invoice) {
  const rows = [
    { name: words('net_total'), amount: dinars(invoice.net) },
    { name: words('tax_total'), amount: dinars(invoice.tax) },
    { name: words('gross_total'), amount: dinars(invoice.gross) },
    { name: words('stamp'), amount: dinars(invoice.stamp) },
    {
      name: words(`to_pay_${invoice.type}`),
      amount: `${dinars(invoice.total)} ${i18nManager.locale('fr').t('money.unit')}`,
    },
  ]
  const columns: Column<(typeof rows)[number]>[] = [
    { width: 0.36, name: '', of: ({ name }) => name },
    { width: 0.24, name: '', of: ({ amount }) => amount },
  ]
  for (const row of rows) tableRow(paper, columns, ({ of }) => of(row), row === rows.at(-1))
}

function line(paper: Paper, text: string, { size = SIZE, isBold = false } = {}) {
  draw(paper, text, { left: MARGIN, top: paper.y, width: INNER, align: 'left', isBold, size })
  paper.x = MARGIN
  paper.y += 2
}

const gap = (paper: Paper) => void (paper.y += 10)

type Place = {
  left: number
  top: number
  width: number
  align: 'left' | 'right'
  isBold?: boolean
  size?: number
}

function draw(paper: Paper, text: string, { left, top, width, align, isBold, size }: Place) {
  const runs = runsOf(text)
  paper.fontSize(size ?? SIZE)
  paper.x = left
  paper.y = top
  for (const [nth, run] of runs.entries()) {
    paper.font(run.isArabic ? 'arabic' : isBold ? 'Helvetica-Bold' : 'Helvetica')
    const options = { width, align, continued: nth < runs.length - 1, features: [] }
    if (nth === 0) paper.text(run.text, left, top, options)
    else paper.text(run.text, options)
  }
}
