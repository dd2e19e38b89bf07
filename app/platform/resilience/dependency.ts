import {
  CircuitState,
  ExponentialBackoff,
  TimeoutStrategy,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
  isTaskCancelledError,
  noJitterGenerator,
  timeout,
  type CircuitBreakerPolicy,
} from 'cockatiel'
import { DependencyTimeout, DependencyUnavailable } from '#app/platform/resilience/errors'
import { FailureWindow } from '#app/platform/resilience/failure_window'
import {
  attemptSeconds,
  attemptsTotal,
  retriesTotal,
  showBreaker,
} from '#app/platform/resilience/metrics'
import { withRetries, type RetryOptions } from '#app/platform/resilience/retry'
import { RetryBudget } from '#app/platform/resilience/retry_budget'

interface DependencyOptions extends Partial<RetryOptions> {
  /** Longest wait for one attempt, in milliseconds. */
  timeoutMs: number
  /** First rest of an open circuit in milliseconds; it doubles with every failed probe. */
  restMs?: number
  maxRestMs?: number
}

export interface CallOptions {
  /** Repeating the call changes nothing: only then is it retried. */
  idempotent?: boolean
  /** Ends the call, its pauses included, when the caller no longer waits. */
  signal?: AbortSignal
}

export type Work<T> = (context: { signal: AbortSignal }) => Promise<T>

const DEFAULTS = {
  attempts: 4,
  firstPauseMs: 200,
  maxPauseMs: 30_000,
  restMs: 5_000,
  maxRestMs: 60_000,
}
const OPENING = { ratio: 0.5, minimumCalls: 10, windowMs: 10_000 }

/** The caller stopped waiting: says nothing about the dependency. */
class CallerLeft extends Error {}

/** A system outside this process, and what protects us from it: see `dependency()`. */
export class Dependency {
  readonly #options: DependencyOptions & typeof DEFAULTS
  readonly #budget = new RetryBudget()
  readonly #breaker: CircuitBreakerPolicy

  constructor(
    readonly name: string,
    options: DependencyOptions
  ) {
    this.#options = { ...DEFAULTS, ...options }
    this.#breaker = this.#createBreaker()
    showBreaker(name, CircuitState.Closed)
  }

  get state(): CircuitState {
    return this.#breaker.state
  }

  /**
   * Runs `work` against the dependency and returns its answer. `work` throws for every answer that
   * speaks against the dependency, and passes `signal` on to whatever it waits for.
   * @throws DependencyUnavailable while the circuit is open (nothing was sent), DependencyTimeout,
   * the reason of the caller's signal, or what `work` threw last
   */
  async call<T>(work: Work<T>, { idempotent = false, signal }: CallOptions = {}): Promise<T> {
    this.#budget.earn()
    return withRetries(
      (number) => {
        if (number > 1) retriesTotal.inc({ dep: this.name })
        return this.#guarded(work, signal)
      },
      { ...this.#options, attempts: idempotent ? this.#options.attempts : 1 },
      this.#budget,
      signal
    )
  }

  async #guarded<T>(work: Work<T>, signal?: AbortSignal) {
    // While one probe is on its way, nobody else is sent after it.
    if (this.state === CircuitState.HalfOpen) throw this.#refusal()
    try {
      return await this.#breaker.execute(() => this.#attempt(work, signal))
    } catch (error) {
      if (error instanceof CallerLeft) throw error.cause
      throw isBrokenCircuitError(error) ? this.#refusal() : error
    }
  }

  async #attempt<T>(work: Work<T>, signal?: AbortSignal) {
    const stop = attemptSeconds.startTimer({ dep: this.name })
    let outcome = 'ok'
    try {
      return await timeout(this.#options.timeoutMs, TimeoutStrategy.Aggressive).execute(
        (context) => work({ signal: context.signal }),
        signal
      )
    } catch (error) {
      const failure = this.#failure(error, signal)
      outcome = failure instanceof CallerLeft ? 'cancelled' : outcomeOf(failure)
      throw failure
    } finally {
      stop()
      attemptsTotal.inc({ dep: this.name, outcome })
    }
  }

  /** cockatiel ends a late attempt and a cancelled one with the same error: tell them apart. */
  #failure(error: unknown, signal?: AbortSignal): unknown {
    if (signal?.aborted) return new CallerLeft('cancelled', { cause: signal.reason })
    return isTaskCancelledError(error)
      ? new DependencyTimeout(this.name, this.#options.timeoutMs)
      : error
  }

  #refusal() {
    attemptsTotal.inc({ dep: this.name, outcome: 'refused' })
    return new DependencyUnavailable(this.name, Math.ceil(this.#options.restMs / 1000))
  }

  #createBreaker() {
    const breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof CallerLeft)),
      {
        breaker: new FailureWindow(OPENING),
        halfOpenAfter: new ExponentialBackoff({
          initialDelay: this.#options.restMs,
          maxDelay: this.#options.maxRestMs,
          generator: noJitterGenerator,
        }),
      }
    )
    breaker.onStateChange((state) => showBreaker(this.name, state))
    return breaker
  }
}

const outcomeOf = (error: unknown) => (error instanceof DependencyTimeout ? 'timeout' : 'failed')

const dependencies = new Map<string, Dependency>()

/**
 * The dependency of this name, created on first use: every caller in the process shares its circuit
 * and its retry budget. Every call that leaves the process goes through one.
 */
export function dependency(name: string, options: DependencyOptions): Dependency {
  const known = dependencies.get(name)
  if (known) return known
  const created = new Dependency(name, options)
  dependencies.set(name, created)
  return created
}
