import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { test } from '@japa/runner'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'
import { emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'
import { xlsx } from '#tests/support/zip'

const HEAD = 'sku,name,price'
const FRENCH = 'sku;désignation;prix\nA1;Étrier avant gauche;12,500\nA2;Câble à gaine;9,900\n'
const ARABIC = 'sku;name;name_ar;price\nA1;Un;طقم بلاكات الفرامل;1\nA2;Deux;فلتر الزيت الأصلي;2\n'
const PLAIN = `${HEAD}\nA1,Un,1\nA2,Deux,2\n`
const MB = 1024 * 1024

const encoded = (text: string, encoding: string, addBOM = false) =>
  iconv.encode(text, encoding, { addBOM })
const row = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`

/** A file, and what becomes of it: rows that land, and the line and reason of those that do not. */
interface Hostile {
  what: string
  name?: string
  content: string | Uint8Array
  lands?: number
  rejects?: Record<number, RegExp>
  /** No table at all: the one line it is refused with. */
  refused?: RegExp
}

const FILES: Hostile[] = [
  { what: 'UTF-8', content: FRENCH, lands: 2 },
  { what: 'UTF-8 with a BOM', content: `\ufeff${FRENCH}`, lands: 2 },
  { what: 'UTF-16LE', content: encoded(FRENCH, 'utf-16le'), lands: 2 },
  { what: 'UTF-16LE with a BOM', content: encoded(ARABIC, 'utf-16le', true), lands: 2 },
  { what: 'UTF-16BE', content: encoded(FRENCH, 'utf-16be'), lands: 2 },
  { what: 'UTF-16BE with a BOM', content: encoded(ARABIC, 'utf-16be', true), lands: 2 },
  { what: 'Windows-1252', content: encoded(FRENCH, 'windows-1252'), lands: 2 },
  { what: 'Windows-1256', content: encoded(ARABIC, 'windows-1256'), lands: 2 },
  {
    what: 'UTF-8 with one row of Windows-1252',
    content: Buffer.concat([
      Buffer.from(`${HEAD}\nA1,Pièce,1\nA2,Étrier,2\n`),
      encoded('A3,Étrier,3\n', 'windows-1252'),
      Buffer.from('A4,Élément,4\n'),
    ]),
    lands: 3,
    rejects: { 4: /not UTF-8/ },
  },
  { what: 'semicolons', content: PLAIN.replaceAll(',', ';'), lands: 2 },
  { what: 'tabs', content: PLAIN.replaceAll(',', '\t'), lands: 2 },
  { what: 'bars', content: PLAIN.replaceAll(',', '|'), lands: 2 },
  { what: 'CRLF', content: PLAIN.replaceAll('\n', '\r\n'), lands: 2 },
  { what: 'CR alone', content: PLAIN.replaceAll('\n', '\r'), lands: 2 },
  { what: 'mixed line ends', content: `${HEAD}\r\nA1,Un,1\nA2,Deux,2\r\n`, lands: 2 },
  { what: 'no line end at the end', content: PLAIN.trimEnd(), lands: 2 },
  { what: 'empty lines between', content: `\n\n${HEAD}\n\nA1,Un,1\n\n\nA2,Deux,2\n\n`, lands: 2 },
  {
    what: 'a NUL in a cell',
    content: `${HEAD}\nA1,U\0n,1\nA2,Deux,2\n`,
    lands: 1,
    rejects: { 2: /NUL/ },
  },
  {
    what: 'an unclosed quote',
    content: `${HEAD}\nA1,"Un,1\nA2,Deux,2\nA3,Trois,3\n`,
    lands: 2,
    rejects: { 2: /quote is opened and not closed/ },
  },
  {
    what: 'an unclosed quote at the end',
    content: `${HEAD}\nA1,Un,1\nA2,"Deux,2\n`,
    lands: 1,
    rejects: { 3: /quote is opened and not closed/ },
  },
  {
    what: 'text after a quote',
    content: `${HEAD}\nA1,"Un"x,1\nA2,Deux,2\n`,
    lands: 1,
    rejects: { 2: /text follows a closing quote/ },
  },
  {
    what: 'a cell of 50 MB',
    content: Buffer.concat([
      Buffer.from(`${HEAD}\nA1,`),
      Buffer.alloc(50 * MB, 'x'),
      Buffer.from(',1\nA2,Deux,2\n'),
    ]),
    lands: 1,
    rejects: { 2: /longer than 1000000 characters/ },
  },
  {
    what: 'a million empty lines',
    content: `${HEAD}\n${'\n'.repeat(MB)}A1,Un,1\n`,
    lands: 1,
  },
  {
    what: 'a quoted cell of 2 MB',
    content: `${HEAD}\nA1,"${'x'.repeat(2 * MB)}",1\nB2,Deux,2\n`,
    lands: 1,
    rejects: { 2: /longer than 1000000 characters/ },
  },
  {
    what: '10,000 columns',
    content: `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',')}\n1,2,3\n`,
    refused: /has 10000 columns: at most 2000 are read/,
  },
  {
    what: 'a row with 10,000 cells',
    content: `${HEAD}\nA1,Un,1\n${'x,'.repeat(10_000)}\n`,
    lands: 1,
    rejects: { 3: /the row has 10001 cells, the header 3/ },
  },
  { what: 'nothing', content: '', refused: /is empty/ },
  { what: 'a BOM and nothing', content: '\ufeff', refused: /no line that could be a header|empty/ },
  { what: 'spaces', content: ' \n \t\n', refused: /no line that could be a header/ },
  { what: 'a header and no rows', content: `${HEAD}\n`, refused: /has a header and no rows/ },
  { what: 'a header alone', content: HEAD, refused: /has a header and no rows/ },
  {
    what: 'a header that repeats itself',
    content: 'sku,name,name,price\nA1,Un,Deux,1\n',
    lands: 1,
  },
  {
    what: 'headers of nothing',
    content: ',,\n1,2,3\n',
    refused: /no line that could be a header|does not look like a list of products/,
  },
  {
    what: 'marks of direction',
    content: '\u200fsku,\u202aname\u202c,price\n\u200eA1\u200f,\u202eUn\u202c,\u200f1\n',
    lands: 1,
  },
  {
    what: 'digits of Arabic',
    content: 'sku;name;price\nA1;Un;١٢٫٥٠٠\nA2;Deux;٩٫٩٠٠\n',
    lands: 2,
  },
  {
    what: 'formulas',
    content: `${HEAD}\n"=cmd|' /C calc'!A0",Un,1\nA2,@SUM(1),=1+1\n`,
    lands: 1,
    rejects: { 3: /price/ },
  },
  {
    what: 'statements and markup',
    content: `${HEAD}\n"A';drop table products;--","<script>alert(1)</script>{{7*7}}",1\n`,
    lands: 1,
  },
  {
    what: 'emoji and lone surrogates',
    content: `${HEAD}\nA1,🚗\ud83d frein,1\n`,
    lands: 1,
  },
  {
    what: 'objects on lines, some broken',
    name: 'list.jsonl',
    content: `{"sku":"A1","name":"Un","price":1}\n{"sku":\n[1]\n${'['.repeat(50_000)}\n{"sku":"A5","name":"Cinq","price":5}\n`,
    lands: 2,
    rejects: { 2: /not a JSON object/, 3: /not a JSON object/, 4: /not a JSON object|deeply/ },
  },
  {
    what: 'one JSON document',
    name: 'list.json',
    content: '[{"sku":"A1"},{"sku":"A2"}]',
    refused: /looks like one JSON document/,
  },
  {
    what: 'gzip cut short',
    name: 'list.csv.gz',
    content: gzipSync(PLAIN.repeat(100)).subarray(0, 40),
    refused: /cut short or damaged/,
  },
  {
    what: 'gzip in Windows-1256',
    name: 'list.csv.gz',
    content: gzipSync(encoded(ARABIC, 'windows-1256')),
    lands: 2,
  },
  {
    what: 'a workbook with a row too wide',
    name: 'list.xlsx',
    content: xlsx(row('sku', 'name', 'price') + row('A1', 'Un', '1') + row('A2', 'b', '2', 'd')),
    lands: 1,
    rejects: { 3: /the row has 4 cells, the header 3/ },
  },
  {
    what: 'a workbook cut short',
    name: 'list.xlsx',
    content: xlsx(row('sku')).subarray(0, 150),
    refused: /cut short/,
  },
]

test.group('Hostile files', (group) => {
  let before: { rss: number; leftovers: string[] }

  group.setup(async () => {
    before = { rss: process.memoryUsage.rss(), leftovers: await leftovers() }
  })
  group.each.setup(() => emptyCatalogue())

  test('IMP-04: {what}')
    .with(FILES)
    .run(async ({ assert, test: self }, { name = 'list.csv', content, ...expected }) => {
      const path = await temporaryFile(self, name, content)
      const { exitCode, output } = await runCommand('catalogue:import', [path, '--json'])
      const result = JSON.parse(output) as ImportResult & { error?: string }

      if (expected.refused) {
        assert.equal(exitCode, 1)
        assert.match(result.error!, expected.refused)
        assert.notInclude(result.error!, '\n')
        return
      }
      const rejected = Object.fromEntries(result.rejected.map(({ line, reason }) => [line, reason]))
      assert.sameMembers(Object.keys(rejected), Object.keys(expected.rejects ?? {}))
      for (const [line, reason] of Object.entries(expected.rejects ?? {})) {
        assert.match(rejected[Number(line)], reason)
      }
      assert.equal(result.counts.created, expected.lands)
      assert.deepEqual(await sql('select count(*)::int as n from products'), [
        { n: expected.lands },
      ])
    })

  test('IMP-04: all of them together leave memory and the temporary folder as they were', async ({
    assert,
  }) => {
    assert.isAtLeast(FILES.length, 40)
    assert.isBelow(process.memoryUsage.rss() - before.rss, 250 * MB)
    assert.deepEqual(await leftovers(), before.leftovers)
  })
})

async function leftovers() {
  const names = await readdir(tmpdir())
  return names.filter((name) => name.startsWith('table-'))
}
