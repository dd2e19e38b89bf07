import { test } from '@japa/runner'
import { adjustStock } from '#app/inventory/adjust_stock'
import { acceptProposals, declineProposals } from '#app/orion/proposals/answer_proposals'
import { scoreProposals } from '#app/orion/proposals/score_proposals'
import { definedTasks } from '#app/platform/schedule/task'
import { nextSlot } from '#app/platform/schedule/slots'
import { sql } from '#app/platform/database/sql'
import { movePurchaseOrder } from '#app/purchasing/move_purchase_order'
import { receiveDelivery } from '#app/purchasing/receive_delivery'
import { createProduct } from '#tests/support/catalogue'
import { openProposal } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

/** A proposal of four pieces at 1 DT that sell for 2 DT; there are five of them. */
type Proposed = { id: number; productId: number; sku: string }

async function proposal(): Promise<Proposed> {
  const id = await openProposal()
  const [product] = await sql<{ productId: number; sku: string }>(
    `select p.id as "productId", p.sku from purchase_proposals x join products p on p.id = x.product_id where x.id = $1`,
    [id]
  )
  return { id, ...product }
}

const gone = ({ productId }: Proposed, quantity: number) =>
  adjustStock(
    { productId, location: 'depot', kind: 'write_off', quantity, reason: 'test' },
    TESTING
  )

async function bought({ id, sku }: Proposed, arrives: number) {
  const [{ number }] = await acceptProposals([id], TESTING)
  if (arrives === 0) return
  await movePurchaseOrder(number, 'sending', { mail: false }, TESTING)
  await receiveDelivery(number, 'k', { lines: [{ sku, accepted: arrives }] }, TESTING)
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

const scoreOf = async ({ id }: Proposed) => {
  const [score] = await sql<{ outcome: string; answer: string; pieces: number; value: number }>(
    'select outcome, answer, pieces, value from proposal_scores where proposal_id = $1',
    [id]
  )
  return score
}

test.group('Proposals ninety days later', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())

  test('bought pieces that the shelf would have lacked avoided a stock-out, others were too many', async ({
    assert,
  }) => {
    const [needed, surplus, awaited] = [await proposal(), await proposal(), await proposal()]
    await bought(needed, 4)
    await gone(needed, 7)
    await bought(surplus, 4)
    await gone(surplus, 3)
    await bought(awaited, 0)
    assert.equal(await scoreProposals(inDays(89)), 0)
    assert.equal(await scoreProposals(inDays(91)), 3)
    const answer = 'accepted'
    assert.deepEqual(await scoreOf(needed), { outcome: 'avoided', answer, pieces: 2, value: 4_000 })
    assert.deepEqual(await scoreOf(surplus), {
      ...{ outcome: 'overstock', answer, pieces: 4, value: 4_000 },
    })
    assert.deepEqual(await scoreOf(awaited), {
      ...{ outcome: 'not_received', answer, pieces: 4, value: 0 },
    })
  })

  test('what was not bought was missed, or was not', async ({ assert }) => {
    const [missed, fine, unanswered, lapsed] = await Promise.all([
      ...[proposal(), proposal(), proposal(), proposal()],
    ])
    for (const { productId } of [missed, fine, unanswered]) {
      await sql(
        `insert into sales_history (product_id, sold_on, quantity, document, source)
         values ($1, current_date - 100, 73, 'A', 'import'), ($1, current_date - 500, 900, 'B', 'import')`,
        [productId]
      )
    }
    for (const one of [missed, unanswered]) await gone(one, 5)
    await declineProposals([missed.id, fine.id], TESTING)
    await sql(`update purchase_proposals set state = 'lapsed', closed_at = now() where id = $1`, [
      lapsed.id,
    ])
    assert.equal(await scoreProposals(inDays(91)), 3)
    // 73 pieces in the year before are 0.2 a day, of 90 days without one.
    const stockout = { outcome: 'stockout', pieces: 18, value: 36_000 }
    assert.deepEqual(await scoreOf(missed), { ...stockout, answer: 'declined' })
    assert.deepEqual(await scoreOf(unanswered), { ...stockout, answer: 'unanswered' })
    assert.deepEqual(await scoreOf(fine), {
      ...{ outcome: 'spared', answer: 'declined', pieces: 4, value: 4_000 },
    })
    assert.isUndefined(await scoreOf(lapsed))
  })

  test('are missed as often as what the part replaced and kits with it were sold', async ({
    assert,
  }) => {
    const missed = await proposal()
    const [former, kit] = [await createProduct(), await createProduct()]
    await sql('update products set superseded_by_id = $1 where id = $2', [
      ...[missed.productId, former.id],
    ])
    await sql('insert into kit_components (kit_id, component_id, quantity) values ($1, $2, 3)', [
      kit.id,
      missed.productId,
    ])
    await sql(
      `insert into sales_history (product_id, sold_on, quantity, document, source)
       values ($1, current_date - 100, 43, 'A', 'import'), ($2, current_date - 50, 10, 'B', 'import')`,
      [former.id, kit.id]
    )
    await gone(missed, 5)
    await declineProposals([missed.id], TESTING)
    assert.equal(await scoreProposals(inDays(91)), 1)
    // 43 and three times 10 in the year before are 0.2 a day, of 90 days without one.
    assert.deepEqual(await scoreOf(missed), {
      ...{ outcome: 'stockout', answer: 'declined', pieces: 18, value: 36_000 },
    })
  })

  test('are scored once, also by two who do it at once', async ({ assert }) => {
    const one = await proposal()
    await declineProposals([one.id], TESTING)
    const scored = await Promise.all([scoreProposals(inDays(91)), scoreProposals(inDays(91))])
    assert.equal(scored[0] + scored[1], 1)
    assert.equal(await scoreProposals(inDays(200)), 0)
  })

  test('are scored anew when they are answered after all, ninety days after that', async ({
    assert,
  }) => {
    const late = await proposal()
    await sql(
      `update purchase_proposals set created_at = now() - interval '100 days' where id = $1`,
      [late.id]
    )
    assert.equal(await scoreProposals(new Date()), 1)
    assert.deepEqual(await scoreOf(late), {
      ...{ outcome: 'spared', answer: 'unanswered', pieces: 4, value: 4_000 },
    })
    await bought(late, 4)
    await gone(late, 7)
    assert.equal(await scoreProposals(inDays(89)), 0)
    assert.equal(await scoreProposals(inDays(91)), 1)
    assert.deepEqual(await scoreOf(late), {
      ...{ outcome: 'avoided', answer: 'accepted', pieces: 2, value: 4_000 },
    })
    assert.equal(await scoreProposals(inDays(200)), 0)
  })

  test('stand on the board, what pieces cost only for those who may know', async ({ assert }) => {
    const surplus = await proposal()
    await bought(surplus, 4)
    await sql(
      `update purchase_proposals set value = 7777000, closed_at = now() - interval '91 days' where id = $1`,
      [surplus.id]
    )
    await sql(`update purchase_receipts set at = at - interval '80 days'`)
    await sql(`update stock_movements set at = at - interval '80 days' where product_id = $1`, [
      surplus.productId,
    ])
    await scoreProposals(new Date())
    const board = '/admin/purchase-proposals?locale=fr'
    const owner = await loggedIn(await createStaff('owner'))
    const { html } = await owner.get(board)
    assert.include(html, 'Surstock')
    assert.include(html, surplus.sku)
    assert.match(html, /4,000/)
    const warehouse = await loggedIn(await createStaff('warehouse'))
    const without = await warehouse.get(board)
    assert.include(without.html, 'Surstock')
    assert.notMatch(without.html, /4,000/)
  })

  test('are looked at every morning', ({ assert }) => {
    const { cron, zone } = definedTasks().find(({ name }) => name === 'orion_score_proposals')!
    const next = nextSlot(cron, zone, new Date('2026-11-26T12:00:00Z')).toISOString()
    assert.equal(next, '2026-11-27T03:40:00.000Z')
  })
})
