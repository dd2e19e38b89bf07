import { test } from '@japa/runner'
import { acceptProposals } from '#app/orion/proposals/answer_proposals'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { writeForecastSettings } from '#app/orion/settings/forecast_settings'
import { sql } from '#app/platform/database/sql'
import { openProposal } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const DINAR = 1_000

/** An open proposal of four pieces that cost so many dinars together, with so much at stake. Returns its id. */
async function proposed(dinars: number, value: number): Promise<number> {
  const id = await openProposal()
  await sql('update purchase_proposals set cost = $2, value = $3 where id = $1', [
    ...[id, (dinars * DINAR) / 4, value * DINAR],
  ])
  return id
}

/** Ids of what is within the budget, the most at stake first. */
const within = async () => {
  const { page } = await proposalsQuery({}, 100)
  return page.filter(({ withinBudget }) => withinBudget).map(({ id }) => id)
}

const budgetOf = (dinars: number | null) =>
  writeForecastSettings({ budget: dinars === null ? null : dinars * DINAR }, TESTING)

test.group('The budget of proposals', (group) => {
  group.each.setup(() => emptyOrion())
  group.each.teardown(async () => {
    await budgetOf(null)
    await emptyOrion()
  })

  test('goes to what most is at stake of; what is too dear is passed over for what is not', async ({
    assert,
  }) => {
    const [first, dear, third, last] = [
      ...[await proposed(40, 900), await proposed(70, 800)],
      ...[await proposed(60, 700), await proposed(20, 600)],
    ]
    assert.deepEqual(await within(), [first, dear, third, last])
    await budgetOf(100)
    assert.deepEqual(await within(), [first, third])
    await budgetOf(130)
    assert.deepEqual(await within(), [first, dear, last])
    await budgetOf(0)
    assert.deepEqual(await within(), [])
    await budgetOf(null)
    assert.deepEqual(await within(), [first, dear, third, last])
  })

  test('is for one round: what was accepted since the last order is spent', async ({ assert }) => {
    const [ordered, other] = [await proposed(60, 900), await proposed(60, 800)]
    await acceptProposals([ordered], TESTING)
    await budgetOf(100)
    assert.deepEqual(await within(), [])
    await sql(`update purchase_proposals set closed_at = now() - interval '8 days' where id = $1`, [
      ordered,
    ])
    await budgetOf(100)
    assert.deepEqual(await within(), [other])
  })

  test('is told on the board, its money to those who may know costs, and what is beyond is not picked', async ({
    assert,
  }) => {
    await acceptProposals([await proposed(30, 950)], TESTING)
    const [picked, beyond] = [await proposed(60, 900), await proposed(70, 800)]
    const buyer = await loggedIn(await createStaff('buyer'))
    const boardOf = async (visitor = buyer) => {
      const { html } = await visitor.get('/admin/purchase-proposals?locale=fr')
      return html.replaceAll(/[\u00a0\u202f]/g, ' ')
    }
    assert.notInclude(await boardOf(), 'Budget :')
    await budgetOf(100)
    const board = await boardOf()
    assert.include(
      board,
      'Budget : 100,000 DT par période de 7 jours, dont 30,000 DT déjà mis en commande. Dans le budget : 1 proposition (60,000 DT) ; au-delà : 1 (70,000 DT).'
    )
    const rowOf = (id: number) =>
      board.split(/<\/?tr>/).find((row) => row.includes(`name="ids[]" value="${id}"`))!
    assert.include(rowOf(picked), 'checked')
    assert.notInclude(rowOf(beyond), 'checked')
    assert.include(rowOf(beyond), 'Au-delà du budget')
    const warehouse = await boardOf(await loggedIn(await createStaff('warehouse')))
    assert.include(warehouse, 'Au-delà du budget')
    assert.notInclude(warehouse, 'Budget :')
  })
})
