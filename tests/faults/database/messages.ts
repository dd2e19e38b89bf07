/** Cuts a stream of bytes into the messages of PostgreSQL's protocol: a type, a length, and so many bytes. */
export class Messages {
  #rest = Buffer.alloc(0)
  #isUntyped: boolean

  /** @param startsUntyped the first message of a client has no type */
  constructor({ startsUntyped = false } = {}) {
    this.#isUntyped = startsUntyped
  }

  *read(bytes: Buffer): Generator<Buffer> {
    this.#rest = Buffer.concat([this.#rest, bytes])
    for (let size = this.#size(); size !== undefined; size = this.#size()) {
      yield this.#rest.subarray(0, size)
      this.#rest = this.#rest.subarray(size)
      this.#isUntyped = false
    }
  }

  /** Of the message that is next, when all of it is there. */
  #size(): number | undefined {
    const head = this.#isUntyped ? 0 : 1
    if (this.#rest.length < head + 4) return undefined
    const size = head + this.#rest.readInt32BE(head)
    return this.#rest.length < size ? undefined : size
  }
}
