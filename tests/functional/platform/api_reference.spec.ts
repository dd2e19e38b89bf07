import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import ts from 'typescript'
import { openApiDocument } from '#app/platform/openapi/document'
import { apiReference } from '#app/platform/openapi/reference'
import { apiDocument, complaintAbout } from '#tests/support/api_contract'
import { createCategory, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { ShopProcess } from '#tests/support/shop_process'

type Described = {
  summary: string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: object
  responses: Record<string, object>
}

type Member = {
  type?: string
  required?: string[]
  items?: { required: string[]; properties: { match: { required: string[] } } }
}
type Response = {
  content?: Record<string, { schema: { properties?: { data?: Member; meta?: Member } } }>
}

const everyOperation = () =>
  Object.entries(apiDocument().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...{ path, method, described: described as Described },
    }))
  )

test.group('The description of the API', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('the category tree is described to its leaves', async ({ client, assert }) => {
    await createCategory('freinage/disques/ventiles')
    await seeChanges()
    const { status, type, body } = await client.get('/api/v1/categories').then((response) => ({
      status: response.status(),
      type: response.type(),
      body: response.body(),
    }))
    const complaint = () => complaintAbout('/api/v1/categories', 'get', { status, type, body })
    assert.isUndefined(complaint())

    const leaf = body.data[0].children[0].children[0]
    assert.equal(leaf.slug, 'freinage/disques/ventiles')
    leaf.count = 'beaucoup'
    assert.include(complaint(), 'count')
  })

  test('what carries a tag says that it may answer 304, and nothing else does', async ({
    client,
    assert,
  }) => {
    const asked = everyOperation().filter(
      ({ path, method, described }) =>
        method === 'get' &&
        /^\/api\/(v1|openapi)/.test(path) &&
        described.parameters.every((parameter) => !parameter.required)
    )
    const seen = { tagged: 0, plain: 0 }
    for (const { path, method, described } of asked) {
      const response = await client.get(path)
      if (response.status() !== 200) continue
      const tag = response.header('etag')
      assert.equal('304' in described.responses, tag !== undefined, path)
      if (tag === undefined) {
        seen.plain += 1
        continue
      }
      seen.tagged += 1
      const again = await client.get(path).header('If-None-Match', tag)
      assert.equal(again.status(), 304, path)
      assert.isUndefined(complaintAbout(path, method, { status: 304, type: '', body: {} }))
    }
    assert.isAtLeast(seen.tagged, 6)
    assert.isAtLeast(seen.plain, 1)
  })

  test('an answer says null rather than nothing, unless it may be left out', ({ assert }) => {
    const { schema } = (
      apiDocument().paths['/api/v1/search'].get as { responses: Record<number, Response> }
    ).responses[200].content!['application/json']
    const item = schema.properties!.data!.items!
    assert.includeMembers(item.required, ['category', 'compareAtPrice', 'imageUrl', 'rating'])
    assert.notIncludeMembers(item.required, ['fit'])
    assert.deepEqual(item.properties.match.required, ['kind'])
    assert.notInclude(JSON.stringify(apiDocument()), 'x-left-out')
  })

  test('every list says how long its page is and where the next one is', ({ assert }) => {
    const lists = everyOperation().flatMap(({ path, method, described }) =>
      Object.values(described.responses as Record<string, Response>).flatMap(({ content }) => {
        const { data, meta } = content?.['application/json']?.schema.properties ?? {}
        return data?.type === 'array' ? [{ name: `${method} ${path}`, meta }] : []
      })
    )
    assert.isAbove(lists.length, 60)
    for (const { name, meta } of lists) {
      assert.includeMembers(meta?.required ?? [], ['limit', 'nextCursor'], name)
    }
  })

  test('it is made once', async ({ client, assert }) => {
    const first = await client.get('/api/openapi.json')
    const before = await misses(client.get('/metrics'))
    const second = await client.get('/api/openapi.json')
    const after = await misses(client.get('/metrics'))

    first.assertStatus(200)
    assert.equal(first.text(), second.text())
    assert.equal(after, before)
    assert.strictEqual(apiReference(), apiReference())
  })

  test('reading it is limited, by programs and by people', async ({ assert, cleanup }) => {
    const shop = await ShopProcess.start({ RATE_LIMITS: 'guest=1/min:2' })
    cleanup(() => shop.end())
    const statuses: number[] = []
    for (const path of ['/docs', '/api/openapi.json', '/docs', '/api/openapi.json']) {
      const response = await fetch(shop.url + path)
      statuses.push(response.status)
      await response.arrayBuffer()
    }
    assert.deepEqual(statuses, [200, 200, 429, 429])
  })

  test('people read every operation with what it takes and answers', async ({ client, assert }) => {
    const page = await client.get('/docs?locale=fr')
    page.assertStatus(200)
    const told = page
      .text()
      .split('<details class="operation">')
      .slice(1)
      .map((operation) => ({
        summary: wordsOf(/<summary>(.*?)<\/summary>/s.exec(operation)![1]),
        parameters: [...operation.matchAll(/<tr>(<td>.*?<\/td><td>.*?<\/td>)/gs)].map(([, cells]) =>
          wordsOf(cells)
        ),
        answers: [...operation.matchAll(/<pre/g)].length,
      }))
    const asDescribed = everyOperation().map(({ path, method, described }) => ({
      summary: `${method.toUpperCase()} ${path} ${described.summary}`,
      parameters: described.parameters.map(
        ({ name, in: place, required }) => `${name}${required ? ' *' : ''} ${place}`
      ),
      answers: described.requestBody ? 2 : 1,
    }))
    assert.isAbove(told.length, 150)
    assert.sameDeepMembers(told, asDescribed)

    for (const [locale, direction] of [
      ['fr', 'ltr'],
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ]) {
      const other = await client.get(`/docs?locale=${locale}`)
      assert.match(other.text(), new RegExp(`<html[^>]*lang="${locale}"`))
      assert.match(other.text(), new RegExp(`<html[^>]*dir="${direction}"`))
    }
  })

  test('a front end gets types that compile, to the leaves of the tree', async ({ assert }) => {
    const file = `tmp/test/types_${Date.now()}/api.d.ts`
    const { exitCode, output } = await runCommand('openapi:types', [file])
    assert.equal(exitCode, 0, output)
    const types = await readFile(app.makePath(file), 'utf8')
    const use = `
      import type { paths } from './api.d.ts'
      type Tree = paths['/api/v1/categories']['get']['responses'][200]['content']['application/json']
      export const right = (tree: Tree): number => tree.data[0].children[0].children[0].count
      export const wrong = (tree: Tree): string => tree.data[0].children[0].children[0].count
    `
    assert.deepEqual(complaintsOf(app.makePath(file), types, use), [
      "Type 'number' is not assignable to type 'string'.",
    ])
    const described = Object.keys(openApiDocument('http://localhost').paths)
    for (const path of described) assert.include(types, `"${path}"`)
  })
})

/** What the compiler says of a module that uses the types; both are in memory. */
function complaintsOf(path: string, types: string, use: string): string[] {
  const user = join(path, '../use.ts')
  const files = new Map([
    [path, types],
    [user, use],
  ])
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.getSourceFile = (name, target) => {
    const text = files.get(name)
    return text === undefined
      ? getSourceFile(name, target)
      : ts.createSourceFile(name, text, target)
  }
  return ts
    .getPreEmitDiagnostics(ts.createProgram([user], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

/** What a piece of a page says. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10))
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')

async function misses(metrics: PromiseLike<{ text(): string }>) {
  const response = await metrics
  return /^cache_lookups_total\{result="miss"\} (\d+)/m.exec(response.text())?.[1]
}
