import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/**
 * What befalls a step of a delivery: the server refuses it for now, or for good; the line breaks before it gets
 * there; it is carried out, and the line breaks before its answer is back; or nobody ever answers.
 */
export const MAIL_FAULTS = ['refused', 'cut off', 'carried out, and the answer lost'] as const
export type MailFault = (typeof MAIL_FAULTS)[number] | 'refused for good' | 'left unanswered'

/** The steps of a delivery, each of which one side waits for. */
export const MAIL_STEPS = ['connection', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'text', 'QUIT'] as const
type Step = (typeof MAIL_STEPS)[number]

export type Mishap = { step: Step; fault: MailFault }

/** A mail server that takes everything and shows what it got, headers and all; unless it is told to fail. */
export class Mailbox {
  readonly mails: string[] = []
  #mishaps: Mishap[] = []

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.#talk(socket, this.#mishaps.shift()))
  }

  static async open(): Promise<Mailbox> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Mailbox(server)
  }

  get url() {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** How many mishaps are still to come. */
  get left() {
    return this.#mishaps.length
  }

  close = () => void this.server.close()

  /** The next connections fail like this, one each; those after them do not. */
  fail(...mishaps: Mishap[]) {
    this.#mishaps.push(...mishaps)
  }

  #talk(socket: Socket, mishap?: Mishap) {
    let letter: string[] | undefined
    const step = (name: Step, answer: string, carryOut = () => {}) => {
      const fault = mishap?.step === name ? mishap.fault : undefined
      if (fault === 'cut off') return socket.destroy()
      if (fault === 'left unanswered') return
      if (fault === 'refused') return socket.write('451 not now\r\n')
      if (fault === 'refused for good') return socket.write('550 nobody here\r\n')
      carryOut()
      if (fault) socket.destroy()
      else socket.write(`${answer}\r\n`)
    }
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'DATA') return step('DATA', '354 go on', () => (letter = []))
      if (verb === 'QUIT') return step('QUIT', '221 bye')
      step(MAIL_STEPS.find((name) => name === verb) ?? 'EHLO', '250 ok')
    }
    const take = (text: string[]) => {
      letter = undefined
      step('text', '250 taken', () => void this.mails.push(text.join('\n')))
    }
    step('connection', '220 mailbox')
    const lines = createInterface({ input: socket })
    // Clients are killed in the middle of a mail: their connection is reset, and that is all.
    lines.on('error', () => socket.destroy())
    lines.on('line', (line) => {
      if (!letter) command(line)
      else if (line === '.') take(letter)
      else letter.push(line)
    })
  }
}
