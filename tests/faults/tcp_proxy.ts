import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'

/** What the line between us and a server does, until told otherwise. */
export interface Fault {
  /** Every packet from the server arrives this much later, in milliseconds. */
  latency?: number
  /** New connections are refused and open ones closed. */
  down?: boolean
  /** Open and new connections end with a TCP reset. */
  reset?: boolean
  /** Connections stay open and nothing passes, either way. */
  blackhole?: boolean
  /** Each connection is cut after so many bytes from the client. */
  cutAfterBytes?: number
}

/** A line to a real server that can be cut, slowed and silenced without touching the server. */
export class TcpProxy {
  #fault: Fault = {}
  readonly #pairs = new Set<[Socket, Socket]>()

  private constructor(
    private readonly server: Server,
    private readonly target: { host: string; port: number },
    readonly port: number
  ) {
    server.on('connection', (client) => this.#join(client))
  }

  static async start(target: { host: string; port: number }): Promise<TcpProxy> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new TcpProxy(server, target, (server.address() as AddressInfo).port)
  }

  /** Behaves like this from now on; `{}` heals the line. */
  async set(fault: Fault): Promise<void> {
    this.#fault = fault
    if (fault.down || fault.reset) this.#dropAll()
    if (fault.down && this.server.listening) {
      this.server.close()
    } else if (!fault.down && !this.server.listening) {
      this.server.listen(this.port, '127.0.0.1')
      await once(this.server, 'listening')
    }
  }

  async stop(): Promise<void> {
    await this.set({ down: true })
  }

  #join(client: Socket) {
    if (this.#fault.reset) return client.resetAndDestroy()
    const server = connect(this.target)
    const pair: [Socket, Socket] = [client, server]
    this.#pairs.add(pair)
    this.#forward(client, server)
    this.#forward(server, client)
    for (const [from, to] of [pair, [server, client]]) {
      from.on('error', () => to.destroy())
      from.on('close', () => {
        to.destroy()
        this.#pairs.delete(pair)
      })
    }
  }

  #forward(from: Socket, to: Socket) {
    let passed = 0
    const fromClient = from.localPort === this.port
    from.on('data', (bytes) => {
      const { latency = 0, blackhole, cutAfterBytes } = this.#fault
      if (blackhole) return
      passed += bytes.length
      if (fromClient && cutAfterBytes !== undefined && passed > cutAfterBytes) from.destroy()
      else if (fromClient || !latency) to.write(bytes)
      else setTimeout(() => to.writable && to.write(bytes), latency)
    })
  }

  #dropAll() {
    for (const [client, server] of this.#pairs) {
      if (this.#fault.reset) client.resetAndDestroy()
      else client.destroy()
      server.destroy()
    }
  }
}
