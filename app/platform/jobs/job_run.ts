import { Exception } from '@adonisjs/core/exceptions'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { databaseOf, JOBS_SCHEMA, sender } from '#app/platform/jobs/boss'

/** The job was given to another worker meanwhile: whatever this one still writes is refused. */
export class ClaimLost extends Exception {
  static code = 'claim_lost'

  constructor(name: string, id: string) {
    super(`job ${name} ${id} belongs to another worker by now`)
  }
}

interface Claim<Data> {
  id: string
  name: string
  data: Data
  /** Goes up with every try: it names the one this worker holds. */
  retryCount: number
}

/**
 * One try at a job. A worker may lose its claim without noticing (paused, out of memory, cut off)
 * and another one starts over, so effects in the database are written in a transaction that calls
 * `complete` or `fence` first: of two workers, only one can commit.
 */
export class JobRun<Data extends object = object> {
  constructor(
    private readonly claim: Claim<Data>,
    /** Aborts when the try takes too long, loses its claim, or the process stops. */
    readonly signal: AbortSignal
  ) {}

  get id(): string {
    return this.claim.id
  }

  get data(): Data {
    return this.claim.data
  }

  /** 1 for the first try. */
  get attempt(): number {
    return this.claim.retryCount + 1
  }

  /**
   * Completes the job inside `trx`: its effects and its end are one commit.
   * @throws ClaimLost when another worker has taken over
   */
  async complete(trx: TransactionClientContract): Promise<void> {
    await this.fence(trx)
    const boss = await sender()
    await boss.complete(this.claim.name, this.claim, null, { db: databaseOf(trx) })
  }

  /**
   * Keeps every other worker from taking the job until `trx` ends: for work in many steps, each
   * with a transaction of its own that also records how far it came.
   * @throws ClaimLost when another worker has taken over
   */
  async fence(trx: TransactionClientContract): Promise<void> {
    const { name, id, retryCount } = this.claim
    const held = await sql(
      `select 1 as held from ${JOBS_SCHEMA}.job
        where name = $1 and id = $2 and state = 'active' and retry_count = $3 for update`,
      [name, id, retryCount],
      trx
    )
    if (!held.length) throw new ClaimLost(name, id)
  }
}
