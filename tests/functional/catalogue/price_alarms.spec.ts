import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const URL = '/api/admin/price-alarms'

test.group('Prices that changed steeply', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })

  test('more than 15 % is an alarm until somebody has looked', async ({ client, assert }) => {
    const { token, member } = await bearer('counter')
    for (const [sku, price] of [
      ['UP-15', 11_500],
      ['UP-16', 11_600],
      ['DOWN-15', 8_500],
      ['DOWN-16', 8_400],
      ['SAME', 10_000],
    ] as const) {
      const { id } = await createProduct({ sku, price: 10_000 })
      await sql('update products set price = $2 where id = $1', [id, price])
    }
    const alarms = async () => {
      const response = await client.get(URL).bearerToken(token)
      assertDescribed(URL, 'get', response)
      return response.body().data as { id: number; product: { sku: string } }[]
    }
    const waiting = await alarms()
    assert.deepEqual(
      waiting.map(({ product }) => product.sku),
      ['DOWN-16', 'UP-16']
    )

    const visitor = await loggedIn(member)
    assert.include(await visitor.htmlOf('/admin/price-alarms'), '+16,0')
    await visitor.post(`/admin/price-alarms/${waiting[0].id}/review`, {}, '/admin/price-alarms')
    const seen = await client.put(`${URL}/${waiting[0].id}/review`).bearerToken(token)
    seen.assertStatus(204)
    const left = await alarms()
    assert.deepEqual(
      left.map(({ product }) => product.sku),
      ['UP-16']
    )
    const logged = await sql(
      `select actor from audit_log
       where label = 'DOWN-16' and jsonb_exists(changes, 'reviewed_price') and actor = $1`,
      [member.actor]
    )
    assert.deepEqual(logged, [{ actor: member.actor }], 'twice is once')
  })

  test('the list is read from its index', async ({ assert }) => {
    await createProduct()
    const plan = await sql<{ 'QUERY PLAN': string }>(
      `explain select c.id from price_changes c where c.old_price is not null and c.new_price is not null
         and abs(c.new_price - c.old_price) * 100 > c.old_price * 15 and c.id < 99 order by c.id desc limit 10`
    )
    assert.include(plan.map((line) => line['QUERY PLAN']).join('\n'), 'steep_price_changes')
  })
})
