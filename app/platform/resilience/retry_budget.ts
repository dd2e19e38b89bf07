const RETRIES_PER_CALL = 0.1
const SAVED_RETRIES = 10

/**
 * Retries a dependency may cost us: one for every ten calls, so that a brown-out is never amplified
 * by more than a tenth. At most ten are saved up in calm times. After n calls at most ⌈n / 10⌉ were
 * granted; the very first call may retry once.
 */
export class RetryBudget {
  #balance = 1 - RETRIES_PER_CALL

  /** Every first attempt earns a tenth of a retry. */
  earn(): void {
    this.#balance = Math.min(SAVED_RETRIES, this.#balance + RETRIES_PER_CALL)
  }

  /** Takes one retry; false when there is none left. */
  take(): boolean {
    // Tenths do not add up exactly in binary: 9.999… is a whole retry.
    if (this.#balance < 1 - 1e-9) return false
    this.#balance -= 1
    return true
  }
}
