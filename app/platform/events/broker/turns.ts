/** Lets work that shares a key happen one after the other, and all else at once. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Starts `work` when everything taken before it for `key` has ended. `work` does not throw. */
  take(key: string, work: () => Promise<void>): void {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work).finally(() => {
      if (this.#last.get(key) === turn) this.#last.delete(key)
    })
    this.#last.set(key, turn)
  }
}
