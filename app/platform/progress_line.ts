const WIDTH = 30
const EVERY_MS = 100

/** A progress bar that redraws itself on a terminal, and is silent elsewhere. */
export class ProgressLine {
  #drawn = 0
  #visible = false

  constructor(private stream: NodeJS.WriteStream) {}

  /** @param total unknown while a file is being read for the first time */
  draw(what: string, done: number, total?: number) {
    if (!this.stream.isTTY || (Date.now() - this.#drawn < EVERY_MS && done !== total)) return
    this.#drawn = Date.now()
    this.#visible = true
    const share = total ? done / total : 0
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    const figures = total ? `${bar} ${Math.floor(share * 100)} % of ${total}` : String(done)
    this.stream.write(`\r\u001b[K${what} ${figures}`)
  }

  clear() {
    if (this.#visible) this.stream.write('\r\u001b[K')
    this.#visible = false
  }
}
