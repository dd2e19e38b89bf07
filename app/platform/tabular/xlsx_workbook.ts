import { decode } from '#app/platform/tabular/text_lines'
import { XmlTokens, type XmlHandlers } from '#app/platform/tabular/xml_tokens'
import type { ZipArchive } from '#app/platform/tabular/zip_archive'

export const WORKBOOK = 'xl/workbook.xml'

/** What the cells of a sheet refer to. */
export interface Workbook {
  /** Part that holds the first sheet. */
  sheet: string
  strings: string[]
  /** Numbers of the styles that show a number as a date. */
  dateStyles: Set<number>
  /** Days count from 1904 (old Macs) instead of 1900. */
  from1904: boolean
}

const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** Reads what comes before the rows: the first sheet's part, the shared strings, the date styles. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  let firstSheet = ''
  let from1904 = false
  await readPart(archive, WORKBOOK, {
    open(name, attribute) {
      if (name === 'sheet') firstSheet ||= attribute('id') ?? ''
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
    },
  })
  return {
    sheet: await partOf(archive, firstSheet),
    strings: await readStrings(archive),
    dateStyles: await readDateStyles(archive),
    from1904,
  }
}

/** Tells a part to the handlers. A part that is not there has nothing to tell. */
async function readPart(archive: ZipArchive, name: string, handlers: Partial<XmlHandlers>) {
  if (!archive.has(name)) return
  const tokens = new XmlTokens({ open() {}, text() {}, close() {}, ...handlers })
  for await (const chunk of decode(archive.read(name), 'utf-8')) tokens.push(chunk)
}

async function partOf(archive: ZipArchive, relation: string): Promise<string> {
  let target = 'worksheets/sheet1.xml'
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name === 'Relationship' && attribute('Id') === relation)
        target = attribute('Target') ?? target
    },
  })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function readStrings(archive: ZipArchive): Promise<string[]> {
  const strings: string[] = []
  const text = new RichText()
  await readPart(archive, 'xl/sharedStrings.xml', {
    open: (name) => text.open(name),
    text: (part) => text.add(part),
    close(name) {
      text.close(name)
      if (name === 'si') strings.push(text.take())
    },
  })
  return strings
}

async function readDateStyles(archive: ZipArchive): Promise<Set<number>> {
  const dateFormats = new Set(DATE_FORMATS)
  const dateStyles = new Set<number>()
  let inCellStyles = false
  let style = 0
  await readPart(archive, 'xl/styles.xml', {
    open(name, attribute) {
      if (name === 'numFmt' && showsDate(attribute('formatCode') ?? '')) {
        dateFormats.add(Number(attribute('numFmtId')))
      }
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'xf' && inCellStyles) {
        if (dateFormats.has(Number(attribute('numFmtId')))) dateStyles.add(style)
        style++
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return dateStyles
}

/** `dd/mm/yyyy` shows a date; `0.00 "dinars"` and `[Red]0` do not. */
function showsDate(format: string): boolean {
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, ''))
}

/** Text of `<si>` or `<is>`: its `<t>` parts, without the reading aids (`<rPh>`) of East Asian text. */
export class RichText {
  #text = ''
  #inText = false
  #inReading = false

  open(name: string) {
    if (name === 't') this.#inText = true
    if (name === 'rPh') this.#inReading = true
  }

  add(text: string) {
    if (this.#inText && !this.#inReading) this.#text += text
  }

  close(name: string) {
    if (name === 't') this.#inText = false
    if (name === 'rPh') this.#inReading = false
  }

  take(): string {
    const text = this.#text
    this.#text = ''
    return unescapeControls(text)
  }
}

/** Excel writes characters that XML has no room for as `_x000D_`. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16))
  )
}
