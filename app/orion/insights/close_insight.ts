import db from '@adonisjs/lucid/services/db'
import { INSIGHT_COLUMNS, type Insight } from '#app/orion/insights/insights_query'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'

/** Somebody has done something about an insight, or does not want to. Throws 404, and 409 once it is closed otherwise. */
export function closeInsight(id: number, status: 'done' | 'dismissed', acting: Acting) {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [found] = await sql<{ status: string }>(
      'select status from insights where id = $1 for update',
      [id],
      trx
    )
    if (!found) throw notFound('insight')
    if (found.status !== 'open' && found.status !== status) throw closedAlready(found.status)
    if (found.status === 'open') {
      await sql(
        'update insights set status = $2, closed_at = now(), updated_at = now() where id = $1',
        [id, status],
        trx
      )
      const changes = { status: ['open', status] as [string, string] }
      await recordAct(trx, {
        ...{ action: 'updated', entity: 'insights', entityId: String(id), changes },
      })
    }
    const [insight] = await sql<Insight>(
      `select ${INSIGHT_COLUMNS} from insights i join products p on p.id = i.product_id where i.id = $1`,
      [id],
      trx
    )
    return insight
  })
}

const closedAlready = (status: string) =>
  new Problem({
    status: 409,
    code: 'insight_closed',
    title: 'That is not possible any more',
    detail: `The insight is ${status}. Read the list again.`,
    extra: { state: status },
  })
