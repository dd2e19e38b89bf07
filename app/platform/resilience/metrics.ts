import { CircuitState } from 'cockatiel'
import { Counter, Gauge, Histogram } from 'prom-client'
import { registry } from '#app/platform/observability/metrics'

/** 0 closed (calls pass), 1 half open (one probe), 2 open (nothing is sent). */
const SHOWN_STATE = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 1,
  [CircuitState.Open]: 2,
  [CircuitState.Isolated]: 2,
} as const

const breakerState = new Gauge({
  name: 'breaker_state',
  help: 'Circuit of a dependency: 0 closed, 1 half open, 2 open',
  labelNames: ['dep'],
  registers: [registry],
})

/** Attempts that were sent, retries included, and calls refused by an open circuit. */
export const attemptsTotal = new Counter({
  name: 'dependency_attempts_total',
  help: 'Attempts by dependency and outcome (ok, failed, timeout, cancelled, refused)',
  labelNames: ['dep', 'outcome'],
  registers: [registry],
})

export const retriesTotal = new Counter({
  name: 'dependency_retries_total',
  help: 'Attempts after the first one of a call',
  labelNames: ['dep'],
  registers: [registry],
})

export const attemptSeconds = new Histogram({
  name: 'dependency_attempt_duration_seconds',
  help: 'Duration of one attempt',
  labelNames: ['dep'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers: [registry],
})

export function showBreaker(dep: string, state: CircuitState): void {
  breakerState.set({ dep }, SHOWN_STATE[state])
}
