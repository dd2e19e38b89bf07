import { gzipSync } from 'node:zlib'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test } from '@japa/runner'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'
import { promised } from '#tests/depth'
import { temporaryFile } from '#tests/support/temporary_files'
import { deflatedTimes, xlsx, zip } from '#tests/support/zip'

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const MB = 1024 * 1024

/** What a file is refused with, or "read". */
async function refusal(path: string, limits?: object): Promise<string> {
  try {
    const file = await TabularFile.open(path, {}, limits ? { ...LIMITS, ...limits } : undefined)
    for await (const row of file.rows()) void row
    return 'read'
  } catch (error) {
    if (error instanceof UnusableFile) return error.message
    throw error
  }
}

const LIMITS = { expandedBytes: 4 * 1024 ** 3, ratio: 100, rowLength: 1_000_000, columns: 2_000 }

const rows = Buffer.from(`<row><c t="str"><v>${'1'.repeat(10_000)}</v></c></row>`.repeat(100))

/** So many gigabytes in a sheet. */
const workbookOf = (gigabytes: number, claim?: number) =>
  zip([
    {
      name: 'xl/workbook.xml',
      content: '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="r1" Target="worksheets/first.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/first.xml', content: rows, times: gigabytes * 1024, claim },
  ])

/** A gzip archive of so many gigabytes of one letter. */
const gzipOf = (gigabytes: number) =>
  Buffer.concat([
    Buffer.from('1f8b0800000000000003', 'hex'),
    deflatedTimes(Buffer.alloc(MB, 'a'), gigabytes * 1024),
    Buffer.alloc(8),
  ])

test.group('Files that are no tables', () => {
  test('{name} is named in one line')
    .with([
      { name: 'list.csv', content: '', says: 'is empty' },
      { name: 'list.csv', content: ' \n\n', says: 'holds no line that could be a header' },
      { name: 'list.pdf', content: '%PDF-1.7 …', says: 'looks like a PDF document' },
      {
        name: 'list.csv',
        content: Buffer.from('89504e470d0a1a0a', 'hex'),
        says: 'looks like a PNG image',
      },
      {
        name: 'photo.csv',
        content: Buffer.from('ffd8ffe0', 'hex'),
        says: 'looks like a JPEG image',
      },
      {
        name: 'list.xls',
        content: Buffer.concat([OLE, utf16('Workbook')]),
        says: 'looks like an old Excel workbook (.xls): open it in a spreadsheet and save as XLSX',
      },
      {
        name: 'list.xlsx',
        content: Buffer.concat([OLE, utf16('EncryptedPackage')]),
        says: 'looks like a password-protected workbook',
      },
      {
        name: 'list.doc',
        content: Buffer.concat([OLE, utf16('WordDocument')]),
        says: 'looks like a Word document (.doc)',
      },
      {
        name: 'list.xls',
        content: Buffer.from('0908100000060500', 'hex'),
        says: 'looks like a very old Excel workbook (.xls)',
      },
      {
        name: 'list.xls',
        content: '<html><table><tr><td>sku</td></tr></table></html>',
        says: 'looks like an HTML page: open it in a spreadsheet and save as XLSX or CSV',
      },
      {
        name: 'list.xml',
        content: '\ufeff<?xml version="1.0"?><products/>',
        says: 'looks like an XML document',
      },
      {
        name: 'list.json',
        content: '[{"sku": 1}]',
        says: 'looks like one JSON document: write one object per line (JSONL)',
      },
      { name: 'list.json', content: '{\n  "sku": 1\n}', says: 'looks like one JSON document' },
      {
        name: 'list.zip',
        content: zip([{ name: 'list.csv', content: 'sku\n1\n' }]),
        says: 'looks like a ZIP archive: extract it',
      },
      {
        name: 'list.docx',
        content: zip([{ name: 'word/document.xml', content: '<d/>' }]),
        says: 'looks like a Word document',
      },
      {
        name: 'list.ods',
        content: zip([{ name: 'content.xml', content: '<d/>' }]),
        says: 'looks like an OpenDocument file: save it as XLSX',
      },
      {
        name: 'list.tar.gz',
        content: gzipSync(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar')])),
        says: 'looks like a tar archive: extract it',
      },
      { name: 'list.rar', content: 'Rar!\u001a', says: 'looks like a RAR archive' },
      {
        name: 'list.csv.gz',
        content: gzipSync(gzipSync('sku\n1\n')),
        says: 'is a gzip archive inside another',
      },
      {
        name: 'list.csv.gz',
        content: gzipSync('sku,name\n'.repeat(1000)).subarray(0, 30),
        says: 'is a gzip archive that is cut short or damaged',
      },
      {
        name: 'list.csv',
        content: Buffer.from(Array.from({ length: 500 }, (_, i) => i % 32)),
        says: 'looks like a binary file',
      },
      { name: 'list.xlsx', content: xlsx(''), says: 'is a workbook whose first sheet is empty' },
      {
        name: 'list.xlsx',
        content: xlsx('<row r="1"/>').subarray(0, 200),
        says: 'is a ZIP archive or workbook that is cut short',
      },
    ])
    .run(async ({ assert, test: self }, { name, content, says }) => {
      const message = await refusal(await temporaryFile(self, name, content))
      assert.include(message, `${name} ${says}`)
      assert.notInclude(message, '\n')
    })

  test('IMP-06: a file that expands a hundredfold is refused while it streams: {name}')
    .with([
      { name: 'bomb.csv.gz', content: gzipSync(Buffer.alloc(60 * MB, 'a')) },
      {
        name: 'bomb.xlsx',
        content: xlsx(`<row><c t="inlineStr"><is><t>${'a'.repeat(60 * MB)}</t></is></c></row>`),
      },
    ])
    .run(async ({ assert, test: self }, { name, content }) => {
      const path = await temporaryFile(self, name, content)
      assert.include(
        await refusal(path),
        'expands more than 100 times: it looks like a decompression bomb'
      )
      assert.deepEqual(await readdir(dirname(path)), [name])
    })

  test('IMP-06: gigabytes cost neither time nor memory: {name}')
    .with([
      { name: 'five.csv.gz', content: gzipOf(5) },
      { name: 'honest.xlsx', content: workbookOf(1) },
      { name: 'lying.xlsx', content: workbookOf(1, 5_000_000) },
      { name: 'nested.xlsx.gz', content: gzipSync(workbookOf(1)) },
      { name: 'nested.zip', content: zip([{ name: 'inner.zip', content: workbookOf(1) }]) },
    ])
    .run(async ({ assert, test: self }, { name, content }) => {
      const path = await temporaryFile(self, name, content)
      const memory = process.memoryUsage.rss()
      const started = performance.now()
      assert.include(await refusal(path), 'decompression bomb')
      assert.isBelow(performance.now() - started, promised(10_000))
      assert.isBelow(process.memoryUsage.rss() - memory, 100 * MB)
      assert.deepEqual(await readdir(dirname(path)), [name])
    })

  test('IMP-06: an archive that lies about its size is caught by what comes out', async ({
    assert,
    test: self,
  }) => {
    const entry = { name: 'xl/workbook.xml', content: 'a'.repeat(60 * MB), claim: 100 }
    const path = await temporaryFile(self, 'liar.xlsx', zip([entry]))
    assert.include(await refusal(path), 'decompression bomb')
  })

  test('IMP-06: names that point out of the archive are harmless', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(
      self,
      'slip.xlsx',
      zip([{ name: '../../outside.txt', content: 'x' }])
    )
    assert.include(await refusal(path), 'looks like a ZIP archive')
    assert.deepEqual(await readdir(dirname(path)), ['slip.xlsx'])
  })

  test('a caller may set a lower limit of size', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'list.csv.gz', gzipSync('sku,name\nA1,Été\n'.repeat(10)))
    assert.include(await refusal(path, { expandedBytes: 100 }), 'expands to more than 100 bytes')
  })

  test('an unknown encoding is refused', async ({ assert, test: self }) => {
    const path = await temporaryFile(self, 'list.csv', 'sku\n1\n')
    await assert.rejects(
      () => TabularFile.open(path, { encoding: 'klingon' }),
      /klingon is no known encoding/
    )
  })
})
