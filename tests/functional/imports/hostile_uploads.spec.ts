import { mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { storagePath } from '#app/platform/files/storage'
import { Workers } from '#app/platform/jobs/workers'
import { emptyCatalogue } from '#tests/support/catalogue'
import { forgetImports, ImportClient } from '#tests/support/web_imports'
import { ownersBrowser } from '#tests/support/web_visitor'
import { xlsx, zip } from '#tests/support/zip'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const LIST = 'sku,name,price\nA1,Un,1\n'
const MB = 1024 * 1024

const NAMES = [
  ...['../../x', '../../../etc/passwd', '..%2f..%2fx', '..\\..\\x', 'C:\\Windows\\x.csv', '/etc/x'],
  ...['.htaccess', 'a.php.jpg', 'x.csv\0.png', 'a'.repeat(300), '‥/x', '．．/x', '%00', '...', '.'],
  ...[
    'con',
    'x;rm -rf ~',
    '$(id)',
    '`id`',
    "x'y",
    '<script>alert(1)</script>.csv',
    'x\u202egpj.csv',
  ],
  ...[
    'x\r\ny',
    '../storage/public/x.html',
    'source',
    'errors.csv',
    '~/x',
    'x/../../y',
    '🚗.csv',
    ' ',
  ],
]

/** What lies under the storage, by the names that we gave. */
async function stored() {
  const names = await readdir(storagePath(), { recursive: true })
  return names.filter((name) => !name.startsWith('public'))
}

type Refused = { what: string; content: string | Uint8Array<ArrayBuffer>; says: RegExp }

const bytes = (content: Uint8Array) => new Uint8Array(content)

const REFUSED: Refused[] = [
  { what: 'a GIF that is a script', content: 'GIF89a/*x*/=1;//', says: /GIF image/ },
  {
    what: 'an SVG',
    content: '<?xml version="1.0"?><svg onload="alert(1)"/>',
    says: /XML document/,
  },
  { what: 'a page', content: '<!doctype html><script>alert(1)</script>', says: /HTML page/ },
  { what: 'a program', content: '\x7fELF\x02\x01\x01', says: /program/ },
  { what: 'a PDF', content: '%PDF-1.7', says: /PDF/ },
  {
    what: 'a ZIP with paths that climb',
    content: bytes(zip([{ name: '../../x.csv', content: LIST }])),
    says: /ZIP/,
  },
  {
    what: 'entities in entities, as XML',
    content: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>',
    says: /XML/,
  },
  {
    what: 'a gzip that grows a thousand times',
    content: bytes(
      gzipSync(Buffer.concat([Buffer.from(`${LIST}A2,`), Buffer.alloc(200 * MB, 'x')]))
    ),
    says: /decompression bomb/,
  },
  { what: 'a gzip in a gzip', content: bytes(gzipSync(gzipSync(LIST))), says: /inside another/ },
  {
    what: 'bytes',
    content: bytes(Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 3])),
    says: /looks like|empty|holds/,
  },
]

/** A workbook whose texts stand for whatever its DOCTYPE says. */
function withEntities(doctype: string, cell: string) {
  const texts = ['sku', 'name', 'price', 'A1', cell].map((text) => `<si><t>${text}</t></si>`)
  const shared = (...at: number[]) => at.map((n) => `<c t="s"><v>${n}</v></c>`).join('')
  return xlsx(`<row>${shared(0, 1, 2)}</row><row>${shared(3, 4)}<c><v>1</v></c></row>`, {
    strings: `${doctype}<sst>${texts.join('')}</sst>`,
  })
}

test.group('Hostile uploads', (group) => {
  let imports: ImportClient

  group.setup(async () => {
    // Nobody else may have kept anything yet.
    await mkdir(storagePath(), { recursive: true })
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetImports()
    await sql('delete from rate_limits')
    imports = await ImportClient.of('owner')
  })

  test('SEC-08: a name is shown, never a path', async ({ assert }) => {
    assert.isAtLeast(NAMES.length, 30)
    for (const name of NAMES) {
      const before = new Set(await stored())
      const { status, body } = await imports.upload(LIST, { dryRun: '1' }, name)
      if (status === 422 || status === 400) continue
      assert.equal(status, 202, name)
      assert.notMatch(body.data.fileName, /[/\\\0\r\n\u202e]/, name)
      assert.isAtMost(body.data.fileName.length, 120)
      for (const path of await stored()) {
        if (before.has(path)) continue
        assert.match(path, /^(imports|incoming)(\/[0-9a-f-]{36}(\/(source|errors\.csv))?)?$/, name)
      }
    }
  })

  test('SEC-08: an upload is served to nobody', async ({ assert }) => {
    const { body } = await imports.upload(LIST, { dryRun: '1' })
    const [{ upload }] = await sql<{ upload: string }>(
      'select upload from import_runs where id = $1',
      [body.data.id]
    )
    const way = `imports/${upload}/source`
    for (const path of [way, `../${way}`, `%2e%2e/${way}`, `..%2f${way}`, `./../${way}`]) {
      const response = await fetch(`${BASE}/files/${path}`)
      assert.include([400, 404], response.status, path)
      assert.notInclude(await response.text(), 'A1,Un')
    }
  })

  test('{what}: refused in one line, and nothing of it stays')
    .with(REFUSED)
    .run(async ({ assert }, { content, says }) => {
      const before = await stored()
      const { status, body } = await imports.upload(content)
      assert.deepEqual([status, body.code], [422, 'unusable_file'])
      assert.match(body.detail, says)
      assert.notMatch(body.detail, /\n|node_modules|storage/)
      assert.deepEqual(await stored(), before)
      assert.deepEqual(await sql('select 1 from import_runs'), [])
    })

  test('more than 50 MB: 413, the connection is free, the disk is clean', async ({ assert }) => {
    const before = await stored()
    const { status, body } = await imports.upload(bytes(Buffer.alloc(51 * MB, 'x')))
    assert.deepEqual([status, body.code], [413, 'too_large'])
    assert.deepEqual(await stored(), before)
  })

  test('entities of a workbook stand for nothing, neither files nor laughter', async ({
    assert,
  }) => {
    const files = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from(
      { length: 20 },
      (_, n) => `<!ENTITY a${n} "${`&a${n || ''};`.repeat(10)}">`
    ).join('')}]>`
    for (const [doctype, cell] of [
      [files, '&f;'],
      [laughs, '&a19;'],
    ]) {
      const before = process.memoryUsage.rss()
      const { status, body } = await imports.upload(bytes(withEntities(doctype, cell)))
      if (status === 202) await imports.until(body.data.id, 'done').catch(() => {})
      assert.include([202, 422], status)
      assert.isBelow(process.memoryUsage.rss() - before, 150 * MB)
      const products = await sql<{ name: string }>('select name_fr as name from products')
      for (const { name } of products) assert.notMatch(name, /root:|haha/)
    }
  })

  test('formulas in cells are rows like others, and no spreadsheet runs them from our files', async ({
    assert,
  }) => {
    const formulas = [
      "=cmd|' /C calc'!A0",
      '+1+1',
      '-2+3',
      '@SUM(1)',
      '\t=1',
      '＝1',
      '=HYPERLINK("http://x")',
    ]
    const rows = formulas.map((formula, n) => `F${n},"${formula.replaceAll('"', '""')}",1`)
    const bad = formulas.map((formula) => `"${formula.replaceAll('"', '""')}",x,-1`)
    const run = await imports.importing(`sku,name,price\n${[...rows, ...bad].join('\n')}\n`)
    assert.deepInclude(run.counts, { created: formulas.length, rejected: formulas.length })
    const { body: rejects } = await imports.text(`/imports/${run.id}/errors.csv`)
    const { body: catalogue } = await imports.text('/exports')
    for (const file of [rejects, catalogue]) {
      for (const cell of file.split(/[\n,]/)) assert.notMatch(cell, /^"?[=+@＝\t]|^"?-\D/)
    }
  })

  test('no form without its token, no file without a form', async ({ assert }) => {
    const owner = await ownersBrowser()
    const body = new FormData()
    body.append('file', new File([LIST], 'x.csv'))
    const before = await stored()
    await owner.send('POST', '/admin/imports', body)
    assert.deepEqual(await sql('select 1 from import_runs'), [])
    assert.deepEqual(await stored(), before)

    const { status } = await owner.post('/admin/imports', {}, '/admin/imports/new')
    assert.equal(status, 303)
    assert.deepEqual(await sql('select 1 from import_runs'), [])
    for (const type of ['application/json', 'text/plain', 'multipart/form-data']) {
      const response = await fetch(`${BASE}/api/admin/products/import`, {
        method: 'POST',
        headers: { 'authorization': `Bearer ${imports.token}`, 'content-type': type },
        body: '{}',
      })
      assert.include([400, 415, 422], response.status, type)
    }
  })

  test('strangers and other roles send nothing to the disk', async ({ assert }) => {
    const before = await stored()
    const counter = await ImportClient.of('counter')
    const { status } = await counter.upload(LIST)
    assert.equal(status, 403)
    const body = new FormData()
    body.append('file', new File([LIST], 'x.csv'))
    const stranger = await fetch(`${BASE}/api/admin/products/import`, { method: 'POST', body })
    assert.equal(stranger.status, 401)
    assert.deepEqual(await stored(), before)
    const temporary = await readdir(tmpdir())
    assert.deepEqual(
      temporary.filter((name) => name.startsWith('table-')),
      []
    )
  })
})
