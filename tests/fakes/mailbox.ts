import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server that takes everything and shows what it got, headers and all. */
export class Mailbox {
  readonly mails: string[] = []

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.#talk(socket))
  }

  static async open(): Promise<Mailbox> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Mailbox(server)
  }

  get url() {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close = () => void this.server.close()

  #talk(socket: Socket) {
    const say = (line: string) => socket.write(`${line}\r\n`)
    let letter: string[] | undefined
    say('220 mailbox')
    const lines = createInterface({ input: socket })
    // Clients are killed in the middle of a mail: their connection is reset, and that is all.
    lines.on('error', () => socket.destroy())
    lines.on('line', (line) => {
      if (letter && line !== '.') letter.push(line)
      else if (letter) {
        this.mails.push(letter.join('\n'))
        letter = undefined
        say('250 taken')
      } else if (/^DATA/i.test(line)) {
        letter = []
        say('354 go on')
      } else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok')
    })
  }
}
