import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { currentRequestId } from '#app/platform/observability/request_id'

/** A fact that others may want to know: `order.placed` about order 12. */
export interface NewEvent<Payload extends object = object> {
  /** Past tense, `noun.verb`; also the routing key at the broker. */
  type: string
  /** What it happened to. Events of one thing are delivered in the order they were committed. */
  aggregate: string
  aggregateId: string | number
  payload?: Payload
  /** Facts about the fact, such as the actor; the id of the request is added. */
  headers?: Record<string, string>
}

/** An event as listeners and consumers get it. */
export interface OutboxEvent<Payload extends object = object> extends Required<NewEvent<Payload>> {
  id: number
  /** ISO 8601, UTC. */
  createdAt: string
}

/** The columns of an event, named as in `OutboxEvent`. */
export const EVENT_COLUMNS = `id, type, aggregate, aggregate_id as "aggregateId", payload, headers,
  to_json(created_at at time zone 'UTC') #>> '{}' || 'Z' as "createdAt"`

/**
 * Leaves events for after the commit of `trx`. Writers of one aggregate wait for each other from
 * here to their commit, so publish last; many things that changed at once are one event.
 */
export async function publish(
  trx: TransactionClientContract,
  ...events: NewEvent[]
): Promise<void> {
  const requestId = currentRequestId()
  await sql(
    `insert into outbox (aggregate, aggregate_id, type, payload, headers)
     select aggregate, "aggregateId", type, coalesce(payload, '{}'), $2::jsonb || coalesce(headers, '{}')
     from rows from (jsonb_to_recordset($1) as (
       aggregate text, "aggregateId" text, type text, payload jsonb, headers jsonb
     )) with ordinality
     -- Everybody waits in the same order, so nobody waits in a circle.
     order by aggregate, "aggregateId", ordinality`,
    [JSON.stringify(events), JSON.stringify(requestId ? { requestId } : {})],
    trx
  )
}
