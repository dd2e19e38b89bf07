import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'
import { databaseOf, JOBS_SCHEMA, sender } from '#app/platform/jobs/boss'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'

type Letter = { queue: string; sourceId: string; data: object }

/**
 * Gives a job that failed for the last time all its tries again, under its old id. When the same work
 * waits already, as the sweeper sees to it, nothing is doubled. Throws 404 when the job is not dead, 409
 * when nobody knows that work any more.
 */
export function retryDeadJob(id: string, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const { queue, sourceId, data } = await takeLetter(id, trx)
    await expectQueue(queue, trx)
    // It would stand in its own way, and keep those of its key waiting.
    const [failed] = await sql<{ key: string | null }>(
      `delete from ${JOBS_SCHEMA}.job where name = $1 and id = $2 and state = 'failed'
       returning singleton_key as key`,
      [queue, sourceId],
      trx
    )
    const boss = await sender()
    const key = failed?.key ?? undefined
    await boss.send(queue, data, { id: sourceId, singletonKey: key, db: databaseOf(trx) })
    await recordAct(trx, { action: 'retried', entity: 'jobs', entityId: sourceId, label: queue })
  })
}

async function expectQueue(queue: string, trx: TransactionClientContract) {
  const known = await sql(`select 1 from ${JOBS_SCHEMA}.queue where name = $1`, [queue], trx)
  if (known.length > 0) return
  throw new Problem({
    status: 409,
    code: 'unknown_work',
    title: 'Nobody knows this work any more',
    detail: `No worker runs ${queue} since the shop was changed. Delete the job.`,
  })
}

/** Throws a dead letter away: nobody will do that work. Throws 404 when the job is not dead. */
export function deleteDeadJob(id: string, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const { queue, sourceId } = await takeLetter(id, trx)
    await recordAct(trx, { action: 'deleted', entity: 'jobs', entityId: sourceId, label: queue })
  })
}

async function takeLetter(id: string, trx: TransactionClientContract): Promise<Letter> {
  const [letter] = await sql<Letter>(
    `delete from ${JOBS_SCHEMA}.job
     where name = $1 and id = $2 and state < 'active'
     returning source_name as queue, source_id::text as "sourceId", data`,
    [DEAD_LETTERS, id],
    trx
  )
  if (!letter) throw notFound('failed job')
  return letter
}
