import { CircuitState, type IBreaker } from 'cockatiel'

/** Outcomes of one slice of time; `slice` numbers slices since the clock began. */
interface Slice {
  slice: number
  calls: number
  failures: number
}

const SLICES = 10

/**
 * Decides when a circuit opens: at least `ratio` of the calls of the last `windowMs` failed, and
 * there were at least `minimumCalls`. Outcomes older than the window never count (cockatiel's own
 * SamplingBreaker keeps them while a dependency is idle, and compares with "more than").
 */
export class FailureWindow implements IBreaker {
  #slices: Slice[] = []
  readonly #sliceMs: number

  constructor(
    private readonly limits: { ratio: number; minimumCalls: number; windowMs: number },
    private readonly now: () => number = () => performance.now()
  ) {
    this.#sliceMs = limits.windowMs / SLICES
  }

  get state(): unknown {
    return this.#slices.map((slice) => ({ ...slice }))
  }

  set state(value: unknown) {
    this.#slices = structuredClone(value) as Slice[]
  }

  success(state: CircuitState): void {
    // A probe that succeeds closes the circuit, and a closed circuit starts from nothing.
    if (state === CircuitState.HalfOpen) this.#slices = []
    this.#record(0)
  }

  /** True when this failure is the one that opens the circuit. */
  failure(): boolean {
    this.#record(1)
    const calls = this.#sum('calls')
    return calls >= this.limits.minimumCalls && this.#sum('failures') >= this.limits.ratio * calls
  }

  #record(failures: number) {
    const slice = Math.floor(this.now() / this.#sliceMs)
    this.#slices = this.#slices.filter((kept) => kept.slice > slice - SLICES)
    let current = this.#slices.at(-1)
    if (current?.slice !== slice) {
      current = { slice, calls: 0, failures: 0 }
      this.#slices.push(current)
    }
    current.calls += 1
    current.failures += failures
  }

  #sum(field: 'calls' | 'failures') {
    return this.#slices.reduce((total, slice) => total + slice[field], 0)
  }
}
