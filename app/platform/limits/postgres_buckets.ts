import { sql } from '#app/platform/database/sql'
import type { BucketPolicy, BucketStore, Taking } from '#app/platform/limits/token_bucket'

/**
 * $1 key, $2 price and $3 whole bucket in microseconds. The row lock of the conflict serialises
 * takers; `statement_timestamp()` is the database's clock and one instant for the whole statement.
 */
export const TAKE_FROM_ROW = `
  insert into token_buckets as bucket (key, full_at, granted)
  values ($1, statement_timestamp() + $2::bigint * interval '1 microsecond', true)
  on conflict (key) do update set
    granted = greatest(bucket.full_at, statement_timestamp()) + $2::bigint * interval '1 microsecond'
      <= statement_timestamp() + $3::bigint * interval '1 microsecond',
    full_at = case
      when greatest(bucket.full_at, statement_timestamp()) + $2::bigint * interval '1 microsecond'
        <= statement_timestamp() + $3::bigint * interval '1 microsecond'
      then greatest(bucket.full_at, statement_timestamp()) + $2::bigint * interval '1 microsecond'
      else bucket.full_at
    end
  returning granted,
    (extract(epoch from greatest(full_at - statement_timestamp(), '0')) * 1000000)::bigint as "missingUs"`

/** Buckets shared by every process through one row each. */
export class PostgresBuckets implements BucketStore {
  async take(key: string, policy: BucketPolicy, cost: number): Promise<Taking> {
    const [taking] = await sql<Taking>(TAKE_FROM_ROW, [
      key,
      cost * policy.intervalUs,
      policy.burst * policy.intervalUs,
    ])
    return taking
  }
}

/** Deletes the rows that say nothing: a full bucket is the same as none. */
export async function sweepTokenBuckets(): Promise<void> {
  await sql('delete from token_buckets where full_at < now()')
}
