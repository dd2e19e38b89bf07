/**
 * A bucket holds `burst` tokens and regains one every `intervalUs` microseconds. Whole microseconds
 * make every store count exactly alike.
 */
export interface BucketPolicy {
  name: string
  burst: number
  intervalUs: number
}

/** What a store tells: whether the tokens were taken, and how long the bucket takes to fill up. */
export interface Taking {
  granted: boolean
  missingUs: number
}

/** Where buckets are kept. `key` names one bucket; `cost` is at most the burst. */
export interface BucketStore {
  take(key: string, policy: BucketPolicy, cost: number): Promise<Taking>
}

/** A taking in the words of an answer: whole tokens and milliseconds. */
export interface Decision {
  policy: BucketPolicy
  granted: boolean
  remaining: number
  /** Until the same request would pass; 0 when it passed. */
  retryAfterMs: number
  /** Until the bucket is full. */
  resetMs: number
}

/**
 * The generic cell rate algorithm (ITU-T I.371, virtual scheduling form): a bucket is one number,
 * the time at which it is full again, and taking tokens moves that time into the future. Refused
 * when it would lie further ahead than a whole bucket.
 */
export function takeTokens(missingUs: number, policy: BucketPolicy, cost: number): Taking {
  const after = missingUs + cost * policy.intervalUs
  return after > policy.burst * policy.intervalUs
    ? { granted: false, missingUs }
    : { granted: true, missingUs: after }
}

export function decisionOf(taking: Taking, policy: BucketPolicy, cost: number): Decision {
  const { granted, missingUs } = taking
  const freeUs = policy.burst * policy.intervalUs - missingUs
  const lackingUs = granted ? 0 : cost * policy.intervalUs - freeUs
  return {
    policy,
    granted,
    remaining: Math.max(0, Math.floor(freeUs / policy.intervalUs)),
    retryAfterMs: Math.max(0, Math.ceil(lackingUs / 1000)),
    resetMs: Math.ceil(missingUs / 1000),
  }
}
