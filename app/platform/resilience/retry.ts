import { setTimeout as sleep } from 'node:timers/promises'
import { ExponentialBackoff } from 'cockatiel'
import type { RetryBudget } from '#app/platform/resilience/retry_budget'
import { DependencyFault, DependencyUnavailable } from '#app/platform/resilience/errors'

export interface RetryOptions {
  /** All attempts of one call, the first included. */
  attempts: number
  /** Median of the first pause in milliseconds; later ones double, all are jittered. */
  firstPauseMs: number
  maxPauseMs: number
}

/**
 * Runs `attempt` again after a fault while attempts, budget and signal allow it. Pauses are
 * decorrelated jitter, or what the dependency asked for when that is longer; a wish longer than
 * `maxPauseMs` ends the call instead of holding it.
 */
export async function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  options: RetryOptions,
  budget: RetryBudget,
  signal?: AbortSignal
): Promise<T> {
  let backoff = new ExponentialBackoff({
    initialDelay: options.firstPauseMs,
    maxDelay: options.maxPauseMs,
  }).next()

  for (let number = 1; ; number++, backoff = backoff.next(undefined)) {
    try {
      return await attempt(number)
    } catch (error) {
      const pause = Math.max(backoff.duration, pauseAskedBy(error))
      const worthIt = number < options.attempts && pause <= options.maxPauseMs
      if (!worthIt || signal?.aborted || error instanceof DependencyUnavailable || !budget.take()) {
        throw error
      }
      await sleep(pause, undefined, { signal })
    }
  }
}

const pauseAskedBy = (error: unknown) =>
  (error instanceof DependencyFault && error.retryAfterMs) || 0
