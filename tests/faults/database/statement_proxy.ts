import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { Messages } from '#tests/faults/database/messages'

/**
 * What befalls a statement: the server refuses it; the line breaks before it gets there; or it is carried
 * out, and the line breaks before its answer is back.
 */
export const KINDS = ['refused', 'cut off', 'carried out, and the answer lost'] as const
export type Kind = (typeof KINDS)[number]

type Plan = { at: number; kind: Kind; code: string }

const SYNC = 'S'
const QUERY = 'Q'
const READY = 'Z'

/**
 * A line to PostgreSQL that counts what is asked, statement by statement, over all connections, and fails
 * the n-th. It reads version 3 of the protocol: what a client asks ends with `Sync` or is a `Query`, and each
 * of those is answered by one `ReadyForQuery`.
 */
export class StatementProxy {
  #plan?: Plan
  #asked = 0
  #sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    private readonly target: string,
    readonly port: number
  ) {
    server.on('connection', (client) => this.#join(client))
  }

  /** @param target the socket of the server */
  static async start(target: string): Promise<StatementProxy> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new StatementProxy(server, target, (server.address() as AddressInfo).port)
  }

  /** Fails the n-th statement from now on, counted from one. */
  arm(at: number, kind: Kind, code = '40001') {
    this.#asked = 0
    this.#plan = { at, kind, code }
  }

  /** Heals the line; true when the statement came, and failed. */
  disarm(): boolean {
    const hasFailed = this.#plan !== undefined && this.#asked >= this.#plan.at
    this.#plan = undefined
    return hasFailed
  }

  async stop(): Promise<void> {
    this.server.close()
    for (const socket of this.#sockets) socket.destroy()
    await once(this.server, 'close')
  }

  #join(client: Socket) {
    const server = connect(this.target)
    const line = new Line(client, server, () => this.#fate())
    for (const socket of [client, server]) {
      this.#sockets.add(socket)
      socket.on('error', () => line.end())
      socket.on('close', () => {
        this.#sockets.delete(socket)
        line.end()
      })
    }
  }

  #fate(): Plan | undefined {
    if (!this.#plan) return undefined
    return ++this.#asked === this.#plan.at ? this.#plan : undefined
  }
}

/** One connection, and the server behind it. */
class Line {
  /** Of the transaction, as the server told last: idle, in one, or in a failed one. */
  #state = 'I'
  #isLost = false
  #held: Buffer[] = []

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly fate: () => Plan | undefined
  ) {
    const [asked, answered] = [new Messages({ startsUntyped: true }), new Messages()]
    client.on('data', (bytes) => {
      for (const message of asked.read(bytes)) this.#ask(message)
    })
    server.on('data', (bytes) => {
      for (const message of answered.read(bytes)) this.#answer(message)
    })
  }

  end() {
    this.client.destroy()
    this.server.destroy()
  }

  #ask(message: Buffer) {
    this.#held.push(message)
    const type = String.fromCharCode(message[0])
    if (this.#isStarting || (type !== SYNC && type !== QUERY)) return this.#pass(type)
    const fate = this.fate()
    if (fate?.kind === 'cut off') return this.end()
    if (fate?.kind === 'refused') return this.#refuse(message, fate.code)
    this.#isLost = fate !== undefined
    this.#send()
  }

  /** What belongs to a statement waits for its end; what does not is none of ours. */
  #pass(type: string) {
    if (this.#isStarting || !'PBDECH'.includes(type)) this.#send()
  }

  #isStarting = true

  #send() {
    for (const message of this.#held.splice(0)) this.server.write(message)
  }

  #refuse(asked: Buffer, code: string) {
    this.#held = []
    const refusal = messageOf('E', `SERROR\0VERROR\0C${code}\0Mrefused on the way\0\0`)
    if (isEnd(asked)) {
      // However it ends, the transaction is over, for the server too.
      this.#instead = refusal
      this.server.write(messageOf(QUERY, 'ROLLBACK\0'))
    } else {
      if (this.#state === 'T') this.#state = 'E'
      this.client.write(Buffer.concat([refusal, messageOf(READY, this.#state)]))
    }
  }

  /** What the client is told instead of what the server answers. */
  #instead?: Buffer

  #answer(message: Buffer) {
    const isReady = message[0] === READY.charCodeAt(0)
    if (isReady) {
      this.#isStarting = false
      this.#state = String.fromCharCode(message[5])
    }
    if (this.#isLost || this.#instead) {
      if (!isReady) return
      if (this.#isLost) return this.end()
      this.client.write(this.#instead!)
      this.#instead = undefined
    }
    this.client.write(message)
  }
}

const isEnd = (asked: Buffer) => /^Q.{4}(COMMIT|ROLLBACK)/s.test(asked.toString('latin1'))

function messageOf(type: string, text: string): Buffer {
  const message = Buffer.alloc(5 + Buffer.byteLength(text))
  message.write(type, 0)
  message.writeInt32BE(message.length - 1, 1)
  message.write(text, 5)
  return message
}
