// @ts-expect-error knex has no types for what is inside of it
import KnexTransaction from 'knex/lib/execution/transaction.js'

type Settle = (this: Transaction, connection: unknown, value: unknown) => Promise<unknown>
type Transaction = { transactor: { executionPromise: Promise<unknown> } }

/**
 * A COMMIT that fails must not look like one that went through. knex 3.3 tells of it in `executionPromise`
 * alone: its `commit()`, which Lucid awaits, resolves all the same. The line broke at that moment, or a
 * constraint was checked at the commit, and an order was acknowledged that is nowhere. Found by DB-02.
 */
function tellOfFailure(name: 'commit' | 'release') {
  const { prototype } = KnexTransaction as { prototype: Record<typeof name, Settle> }
  const settle = prototype[name]
  prototype[name] = async function (connection, value) {
    const answer = await settle.call(this, connection, value)
    await this.transactor.executionPromise
    return answer
  }
}

tellOfFailure('commit')
tellOfFailure('release')
