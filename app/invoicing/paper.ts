import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type PDFKit from 'pdfkit'
import { runsOf } from '#app/invoicing/paper_text'

/** Pages of A4, written from the top down. */
export type Paper = typeof PDFKit.prototype

/** A column of a table: its share of the width, its heading, and what stands in it. */
export type Column<Row> = { width: number; name: string; of: (row: Row) => string }

/** What stands in one place of a row, and its share of the width. */
export type Cell = { width: number; text: string }

const MARGIN = 42
const [WIDTH, HEIGHT] = [595.28, 841.89]
const INNER = WIDTH - 2 * MARGIN
const SIZE = 9
const ARABIC_FONT = '@fontsource/readex-pro/files/readex-pro-arabic-400-normal.woff'

let arabic: Promise<Buffer> | undefined
const arabicFont = () => (arabic ??= readFile(fileURLToPath(import.meta.resolve(ARABIC_FONT))))

/** The bytes of a PDF in French that `write` fills; the same ones for the same content and `createdAt`. */
export async function printed(
  about: { title: string; author: string; createdAt: Date },
  write: (paper: Paper) => void
): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const paper = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'fr',
    info: { Title: about.title, Author: about.author, CreationDate: about.createdAt },
  })
  const chunks: Buffer[] = []
  paper.on('data', (chunk: Buffer) => chunks.push(chunk))
  paper.registerFont('arabic', await arabicFont())
  write(paper)
  const ended = once(paper, 'end')
  paper.end()
  await ended
  return Buffer.concat(chunks)
}

/** Writes rows under their headings, which each new page repeats. */
export function table<Row>(paper: Paper, rows: Row[], columns: Column<Row>[]) {
  heading(paper, columns)
  for (const row of rows) {
    if (paper.y > HEIGHT - MARGIN - 3 * SIZE) {
      paper.addPage()
      heading(paper, columns)
    }
    tableRow(
      paper,
      columns.map(({ width, of }) => ({ width, text: of(row) }))
    )
  }
}

function heading<Row>(paper: Paper, columns: Column<Row>[]) {
  const names = columns.map(({ width, name }) => ({ width, text: name }))
  tableRow(paper, names, { isBold: true })
  paper
    .moveTo(MARGIN, paper.y)
    .lineTo(MARGIN + INNER, paper.y)
    .lineWidth(0.5)
    .stroke()
  paper.y += 3
}

/** Words from the left, figures to the right; as high as its words need. */
export function tableRow(paper: Paper, cells: Cell[], { isBold = false } = {}) {
  const top = paper.y
  let left = MARGIN
  let bottom = top
  for (const [nth, cell] of cells.entries()) {
    const width = cell.width * INNER
    const align = nth === 0 ? 'left' : 'right'
    draw(paper, cell.text, { left, top, width: width - 4, align, isBold })
    bottom = Math.max(bottom, paper.y)
    left += width
  }
  paper.x = MARGIN
  paper.y = bottom + 2
}

/** Writes a text over the whole width, in as many lines as it needs. */
export function line(paper: Paper, text: string, { size = SIZE, isBold = false } = {}) {
  draw(paper, text, { left: MARGIN, top: paper.y, width: INNER, align: 'left', isBold, size })
  paper.x = MARGIN
  paper.y += 2
}

/** Leaves some room before what follows. */
export const gap = (paper: Paper) => void (paper.y += 10)

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
