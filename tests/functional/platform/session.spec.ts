import { once } from 'node:events'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { withSession } from '#app/platform/database/session'

test.group('Sessions of the database', () => {
  test('one that is lost while it is idle fails its work, which is told', async ({ assert }) => {
    let wasTold = false
    const work = withSession('test', async (session, lost) => {
      const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
      const told = once(lost, 'abort')
      await sql('select pg_terminate_backend($1)', [rows[0].pid])
      await told
      wasTold = true
      return 'done'
    })
    await assert.rejects(() => work, /terminat/)
    assert.isTrue(wasTold)
  })
})
