import { constants, crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. `times` repeats its content; `claim` lies about its size, as bombs do. */
export interface ZipEntry {
  name: string
  content: string | Buffer
  times?: number
  claim?: number
}

/** A ZIP archive, made by hand: no library is asked to write what ours reads. */
export function zip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const [local, central] = writeEntry(entry, at)
    locals.push(local)
    directory.push(central)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

function writeEntry(entry: ZipEntry, at: number): [Buffer, Buffer] {
  const { name, content, times = 1, claim = content.length * times } = entry
  const bytes = Buffer.from(content)
  const deflated = deflatedTimes(bytes, times)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  writeSizes(local, 4, bytes, deflated.length, claim)
  local.writeUInt16LE(Buffer.byteLength(name), 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  writeSizes(central, 6, bytes, deflated.length, claim)
  central.writeUInt16LE(Buffer.byteLength(name), 28)
  central.writeUInt32LE(at, 42)
  return [
    Buffer.concat([local, Buffer.from(name), deflated]),
    Buffer.concat([central, Buffer.from(name)]),
  ]
}

/** Bytes deflated as if they were there so many times: gigabytes are made in a moment. */
export function deflatedTimes(bytes: Buffer, times: number): Buffer {
  const block = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array<Buffer>(times).fill(block), deflateRawSync('')])
}

/** The fields that both headers share, from "version needed" on. */
function writeSizes(header: Buffer, from: number, bytes: Buffer, deflated: number, claim: number) {
  header.writeUInt16LE(20, from)
  header.writeUInt16LE(8, from + 4)
  header.writeUInt32LE(crc32(bytes), from + 10)
  header.writeUInt32LE(deflated, from + 14)
  header.writeUInt32LE(claim, from + 18)
}

/** A workbook with one sheet, as a spreadsheet program lays it out. */
export function xlsx(
  sheet: string,
  parts: Partial<Record<'strings' | 'styles', string>> = {}
): Buffer {
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="Prix" sheetId="1" r:id="rId7"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="rId7" Target="worksheets/first.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/first.xml',
      content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    },
    ...(parts.strings ? [{ name: 'xl/sharedStrings.xml', content: parts.strings }] : []),
    ...(parts.styles ? [{ name: 'xl/styles.xml', content: parts.styles }] : []),
  ])
}
