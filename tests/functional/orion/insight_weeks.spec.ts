import { test } from '@japa/runner'
import { insightWeeksQuery } from '#app/orion/insights/insight_weeks_query'
import { sql } from '#app/platform/database/sql'
import { openInsight } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

test.group('Insights per week', (group) => {
  group.teardown(() => emptyOrion())

  test('stand on the page against the goal of ten', async ({ assert }) => {
    await emptyOrion()
    for (let count = 0; count < 3; count++) await openInsight()
    const id = await openInsight()
    await sql(`update insights set created_at = now() - interval '7 days' where id = $1`, [id])
    const weeks = await insightWeeksQuery()
    assert.deepEqual(
      weeks.map(({ count }) => count),
      [3, 1, 0, 0, 0, 0, 0, 0]
    )
    const visitor = await loggedIn(await createStaff('buyer'))
    const { html } = await visitor.get('/admin/insights?locale=fr')
    assert.include(html, '3 nouveaux conseils cette semaine, pour un objectif de 10.')
    assert.include(html, '1 / 10')
  })
})
