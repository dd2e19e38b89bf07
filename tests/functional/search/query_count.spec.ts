import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'
import { finishedImport } from '#tests/support/web_imports'
import { statementsDuring, statementsOfVisit } from '#tests/support/statements'

test.group('Statements of lists', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('NPL-01: their number does not grow with the rows', async ({ client, assert }) => {
    const { token } = await bearer('owner')
    const category = await createCategory('freinage')
    const paths = [
      '/api/v1/products',
      '/api/v1/products/facets',
      '/api/v1/brands',
      '/api/v1/categories',
      '/api/admin/products',
      '/api/admin/imports',
    ]
    const counts: Record<string, number[]> = {}
    for (const rows of [1, 10, 100]) {
      while ((await total(client, token)) < rows) {
        await createProduct({
          category,
          brand: await createBrand(),
          attributes: { cote: 'gauche' },
        })
        await finishedImport()
      }
      await seeChanges()
      await client.get('/api/v1/products?limit=1')
      for (const path of paths) {
        const ask = async () => {
          const response = await client
            .get(path)
            .qs(path.endsWith('facets') || path.endsWith('categories') ? {} : { limit: 100 })
            .bearerToken(token)
          response.assertStatus(200)
        }
        counts[path] = [...(counts[path] ?? []), await countOf(path, ask)]
      }
    }
    for (const path of paths) {
      const [few, more, many] = counts[path]
      assert.equal(more, many, path)
      assert.isAtMost(many, few + 1, path)
      assert.isAtMost(many, 8, path)
    }
  })

  test('NPL-01: nor does it grow with the numbers of a text that nobody carries', async ({
    client,
    assert,
  }) => {
    const counts: number[] = []
    for (const numbers of [2, 40]) {
      const text = Array.from({ length: numbers }, (_, n) => `7701${n}${numbers}98`).join('\n')
      const resolve = async () => {
        const response = await client.post('/api/v1/references/resolve').json({ text })
        response.assertStatus(200)
        assert.lengthOf(response.body().data, numbers)
      }
      await seeChanges()
      await resolve()
      const statements = await statementsDuring(resolve)
      counts.push(statements.length)
    }
    assert.equal(counts[1], counts[0])
  })

  test('whoever asks for a number alone is answered without a look at words', async ({
    client,
    assert,
  }) => {
    const { id, sku } = await createProduct()
    await sql(
      `insert into part_numbers (product_id, kind, number, owner) values ($1, 'oe', '7701 208 265', 'Renault')`,
      [id]
    )
    await seeChanges()
    const statements = await statementsDuring(async () => {
      const response = await client.get('/api/v1/search').qs({ q: '7701-208-265' })
      assert.equal(response.body().data[0].sku, sku)
    })
    assert.isFalse(statements.some(({ text }) => text.includes('search_documents')))
  })
})

async function total(
  client: {
    get(path: string): { bearerToken(token: string): Promise<{ body(): { data: unknown[] } }> }
  },
  token: string
) {
  const response = await client.get('/api/admin/products?limit=100').bearerToken(token)
  return response.body().data.length
}

/** What anybody may read is kept: only its first answer is asked for. */
async function countOf(path: string, ask: () => Promise<unknown>): Promise<number> {
  if (!path.startsWith('/api/v1')) return statementsOfVisit(ask)
  const statements = await statementsDuring(ask)
  return statements.length
}
