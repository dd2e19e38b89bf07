/** What a file turns out to be, by its first bytes and never by its name. */
type FileKind =
  { is: 'gzip' | 'zip' | 'text' | 'empty' } | { is: 'foreign'; looksLike: string; advice: string }

const SAVE_AS = 'open it in a spreadsheet and save as XLSX or CSV'
const EXTRACT = 'extract it and import the file inside'
const NOT_A_TABLE = 'import a CSV, TSV, XLSX or JSONL file'

const SIGNATURES: { starts: number[] | string; at?: number; looksLike: string; advice: string }[] =
  [
    { starts: '%PDF', looksLike: 'a PDF document', advice: 'ask its sender for the XLSX or CSV' },
    { starts: [0x89, 0x50, 0x4e, 0x47], looksLike: 'a PNG image', advice: NOT_A_TABLE },
    { starts: [0xff, 0xd8, 0xff], looksLike: 'a JPEG image', advice: NOT_A_TABLE },
    { starts: 'GIF8', looksLike: 'a GIF image', advice: NOT_A_TABLE },
    { starts: 'WEBP', at: 8, looksLike: 'a WebP image', advice: NOT_A_TABLE },
    { starts: [0x37, 0x7a, 0xbc, 0xaf], looksLike: 'a 7-Zip archive', advice: EXTRACT },
    { starts: 'Rar!', looksLike: 'a RAR archive', advice: EXTRACT },
    { starts: 'BZh', looksLike: 'a bzip2 archive', advice: EXTRACT },
    { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], looksLike: 'an xz archive', advice: EXTRACT },
    { starts: [0x28, 0xb5, 0x2f, 0xfd], looksLike: 'a zstd archive', advice: EXTRACT },
    { starts: 'ustar', at: 257, looksLike: 'a tar archive', advice: EXTRACT },
    { starts: 'SQLite format 3', looksLike: 'an SQLite database', advice: NOT_A_TABLE },
    { starts: [0x7f, 0x45, 0x4c, 0x46], looksLike: 'a program', advice: NOT_A_TABLE },
    { starts: 'MZ\u0090', looksLike: 'a program', advice: NOT_A_TABLE },
    // Excel 2 to 5: a bare stream that begins with a BOF record.
    ...[0x00, 0x02, 0x04, 0x08].map((version) => ({
      starts: [0x09, version],
      looksLike: 'a very old Excel workbook (.xls)',
      advice: 'open it in a spreadsheet and save as XLSX',
    })),
  ]

const MARKUP = [
  {
    test: /^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i,
    looksLike: 'an Excel 2003 XML workbook',
  },
  { test: /^<\?xml/i, looksLike: 'an XML document' },
  { test: /^<(!doctype html|html|head|body|table|meta)\b/i, looksLike: 'an HTML page' },
]

/** Names what the first bytes (a few kilobytes) of a file are. */
export function fileKind(head: Buffer): FileKind {
  if (head.length === 0) return { is: 'empty' }
  if (head[0] === 0x1f && head[1] === 0x8b) return { is: 'gzip' }
  if (starts(head, 'PK\u0003\u0004') || starts(head, 'PK\u0005\u0006')) return { is: 'zip' }
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0])) return compoundFile(head)
  return foreignSignature(head) ?? foreignMarkup(head) ?? { is: 'text' }
}

/** OLE containers hold old workbooks, but also encrypted new ones and Word documents. */
function compoundFile(head: Buffer): FileKind {
  const holds = (name: string) => head.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) {
    return foreign('a password-protected workbook', 'remove its password and import it again')
  }
  if (holds('WordDocument')) return foreign('a Word document (.doc)', NOT_A_TABLE)
  return foreign('an old Excel workbook (.xls)', 'open it in a spreadsheet and save as XLSX')
}

function foreignSignature(head: Buffer): FileKind | undefined {
  const found = SIGNATURES.find(({ starts: bytes, at }) => starts(head, bytes, at))
  return found && foreign(found.looksLike, found.advice)
}

function foreignMarkup(head: Buffer): FileKind | undefined {
  const text = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  const found = MARKUP.find(({ test }) => test.test(text))
  return found && foreign(found.looksLike, SAVE_AS)
}

function foreign(looksLike: string, advice: string): FileKind {
  return { is: 'foreign', looksLike, advice }
}

function starts(head: Buffer, bytes: number[] | string, at = 0): boolean {
  const signature = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)
  return head.subarray(at, at + signature.length).equals(signature)
}
