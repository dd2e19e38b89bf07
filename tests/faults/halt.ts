import pg from 'pg'
import { databaseAddress } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'
import { isDeep } from '#tests/depth'
import { waitUntil } from '#tests/wait_until'

/** Where a transaction is to stand still: a table and what is done to it. */
export type Point = {
  name: string
  on: string
  when: 'before insert' | 'before update' | 'before delete' | 'at commit after insert'
}

/** Where `npm test` halts of these, which are in the order of one transaction: at the first and the last of them. */
export const pointsOf = (all: Point[]) => (isDeep ? all : [all[0], all.at(-1)!])

const LOCK = 471_109

/** Makes the next transaction that comes by a point stand still there, until it is cut off. */
export class Halt {
  private constructor(
    private readonly point: Point,
    private readonly gate: pg.Client
  ) {}

  static async at(point: Point): Promise<Halt> {
    const gate = new pg.Client(databaseAddress)
    await gate.connect()
    await gate.query('select pg_advisory_lock($1)', [LOCK])
    await gate.query(`create or replace function stand_still() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(${LOCK});
        return coalesce(new, old);
      end $$`)
    const event = point.when.split(' ').at(-1)!
    await gate.query(
      point.when.startsWith('at commit')
        ? `create constraint trigger stand_still after ${event} on ${point.on} deferrable initially deferred
           for each row execute function stand_still()`
        : `create trigger stand_still ${point.when} on ${point.on} for each row execute function stand_still()`
    )
    return new Halt(point, gate)
  }

  /** Resolves once somebody stands there. */
  async reached() {
    await waitUntil(this.point.name, () => this.#isWaiting(true))
  }

  /** Ends those who stand there as if their process had died, and opens the way again. */
  async cutOff() {
    for (const { pid } of await this.#waiting()) await sql('select pg_terminate_backend($1)', [pid])
    await waitUntil('nobody to stand there', () => this.#isWaiting(false))
    await this.gate.query(`drop trigger stand_still on ${this.point.on}`)
    await this.gate.query('drop function stand_still')
    await this.gate.end()
  }

  async #isWaiting(wanted: boolean) {
    const waiting = await this.#waiting()
    return waiting.length > 0 === wanted
  }

  #waiting() {
    return sql<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
      [LOCK]
    )
  }
}
