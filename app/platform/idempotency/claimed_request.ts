import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { numbered, type SqlPart } from '#app/platform/database/sql_part'
import { together } from '#app/platform/database/together'
import { Problem } from '#app/platform/http/problem'

/** An answer as it was given, or will be. */
export type KeptAnswer = { status: number; body: string; headers: Record<string, string> }

const NOTHING: SqlPart = { sql: 'null', values: [] }

type Begun = KeptAnswer & {
  outcome: 'begun' | 'done' | 'mismatch' | 'busy'
  /** With all its digits, as text. */
  claim: string
  resource: string | null
}

/** So long nobody else works on the same request; whoever takes longer cannot commit any more. */
const CLAIM_SECONDS = 30

/** Whose request it is, its key and, in hexadecimal digits, what it asks. */
type Beginning = { scope: string; key: string; print: string }

const BEGIN = `
  select b.outcome, b.claim::text, b.resource, b.status, b.body, b.headers
  from rows from (jsonb_to_recordset($1) as (scope text, key text, print text)) with ordinality as w (scope, key, print, nth)
  cross join lateral begin_request(w.scope, w.key, decode(w.print, 'hex'), $2) b
  order by w.nth`

const begin = together((beginning: readonly Beginning[]) =>
  sql<Begun>(BEGIN, [JSON.stringify(beginning), CLAIM_SECONDS])
)

/** The right to answer a request that was sent with a key. Whoever begins it ends it, in the transaction of its effect. */
export class ClaimedRequest {
  private constructor(
    private readonly scope: string,
    private readonly key: string,
    private readonly claim: string,
    /** Whose answer it will be, so that it goes with them. */
    private readonly owner: string | null,
    /** What somebody with this key has made before, and not told of. */
    readonly resource: string | null
  ) {}

  /**
   * Claims the request, or returns the answer it had before. Throws 422 when the key was used for
   * another request, 409 while somebody is at work on it.
   */
  static async begin(
    scope: string,
    key: string,
    fingerprint: Buffer,
    owner: string | null
  ): Promise<ClaimedRequest | KeptAnswer> {
    const print = fingerprint.toString('hex')
    const { outcome, claim, resource, ...answer } = await begin({ scope, key, print })
    if (outcome === 'mismatch') throw usedOtherwise()
    if (outcome === 'busy') throw inProgress()
    return outcome === 'done' ? answer : new ClaimedRequest(scope, key, claim, owner, resource)
  }

  /**
   * Keeps the answer, as part of `trx`. Throws 409 when somebody else has taken the request over meanwhile.
   * @param along what is done after it in the same statement; its value is returned
   */
  end(
    { status, body, headers }: KeptAnswer,
    trx?: TransactionClientContract,
    along?: SqlPart
  ): Promise<unknown> {
    return this.note('end_request', [status, body, headers, this.owner], trx, along)
  }

  /**
   * Notes what was made, as part of the `trx` that makes it, for work that goes on after its commit:
   * whoever comes again with this key goes on from there. Throws 409 like `end`.
   */
  remember(resource: string, trx: TransactionClientContract, along?: SqlPart): Promise<unknown> {
    return this.note('remember_request', [resource], trx, along)
  }

  private async note(
    call: 'end_request' | 'remember_request',
    told: unknown[],
    trx?: TransactionClientContract,
    { sql: besides, values }: SqlPart = NOTHING
  ): Promise<unknown> {
    const named = [this.scope, this.key, this.claim, ...told]
    const text = `select ${call}(${named.map(() => '?').join()}) as noted, ${besides} as besides`
    const [{ noted, besides: value }] = await sql<{ noted: boolean; besides: unknown }>(
      numbered(text),
      [...named, ...values],
      trx
    )
    if (!noted) throw inProgress()
    return value
  }

  /** The next one with this key begins at once: anew, or with what was remembered. */
  async release(): Promise<void> {
    await sql(
      `with forgotten as (
         delete from idempotency_keys
         where scope = $1 and key = $2 and state = 'started' and locked_until = $3 and resource_id is null
       )
       update idempotency_keys set locked_until = clock_timestamp()
       where scope = $1 and key = $2 and state = 'started' and locked_until = $3 and resource_id is not null`,
      [this.scope, this.key, this.claim]
    )
  }
}

const usedOtherwise = () =>
  new Problem({
    status: 422,
    code: 'idempotency_key_reused',
    title: 'This key belongs to another request',
    detail:
      'The Idempotency-Key was sent with another body before. Make a new key for a new request.',
  })

const inProgress = () =>
  new Problem({
    status: 409,
    code: 'idempotency_in_progress',
    title: 'The first request is still at work',
    detail: 'Send the same request with the same key again in a second: it gets the same answer.',
    headers: { 'Retry-After': '1' },
  })
