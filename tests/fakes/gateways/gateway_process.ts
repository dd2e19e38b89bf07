import { appendFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { clictopayDialect } from '#tests/fakes/gateways/clictopay_dialect'
import type { Books, Dialect, FakePayment } from '#tests/fakes/gateways/dialect'
import { flouciDialect } from '#tests/fakes/gateways/flouci_dialect'
import { konnectDialect } from '#tests/fakes/gateways/konnect_dialect'
import { paymeeDialect } from '#tests/fakes/gateways/paymee_dialect'
import { stripeDialect } from '#tests/fakes/gateways/stripe_dialect'

/** How the fake behaves from now on; what is left out is back to normal. */
export interface GatewayScript {
  /** Does what it is asked to, and hangs up instead of answering. */
  dropAnswers?: boolean
  /** Waits before every answer, in milliseconds. */
  delayMs?: number
  /** Answers everything with this status. */
  status?: number
  /** Answers something that is no JSON. */
  nonsense?: 'text' | 'html' | 'huge'
  /** Refuses connections. */
  down?: boolean
  /** One call from now on, the first one being 1: not done and told so, not even told, or done and not told. */
  fault?: { call: number; kind: 'refused' | 'cut off' | 'lost' }
  /** Tells something else than what is in its ledger. */
  lie?: Partial<Pick<FakePayment, 'amount' | 'currency' | 'reference'>>
}

/** What its parent asks of it. */
export type Order =
  | { do: 'behave'; script: GatewayScript }
  | { do: 'begin anew' }
  | { do: 'pay' | 'decline' | 'expire'; ref: string }
  | { do: 'refund'; ref: string; amount: number }
  /** The request that it would send about a payment. */
  | { do: 'hint'; ref: string; event: string }

const DIALECTS: Record<string, Dialect> = {
  konnect: konnectDialect,
  clictopay: clictopayDialect,
  flouci: flouciDialect,
  paymee: paymeeDialect,
  stripe: stripeDialect,
}

const [name, ledger] = process.argv.slice(2)
const dialect = DIALECTS[name]
const payments = new Map<string, FakePayment>()
const sockets = new Set<Socket>()
let script: GatewayScript = {}
let port = 0
/** How often it was asked since it was told how to behave. */
let calls = 0

const write = (entry: object) => appendFileSync(ledger, `${JSON.stringify(entry)}\n`)

const books: Books = {
  get origin() {
    return `http://127.0.0.1:${port}`
  },
  answers: new Map(),
  open(wanted) {
    const payment = { ...wanted, currency: 'TND', paidState: 'open' as const, refunded: 0 }
    payments.set(payment.ref, payment)
    write({ type: 'page', ref: payment.ref, reference: payment.reference, amount: payment.amount })
    return payment
  },
  find(ref) {
    const payment = payments.get(ref)
    return payment && { ...payment, ...script.lie }
  },
  named: (reference) => [...payments.values()].find((payment) => payment.reference === reference),
  refund(ref, amount) {
    const payment = payments.get(ref)
    const isThere = payment?.paidState === 'paid' && payment.refunded + amount <= payment.amount
    if (!isThere || !(amount > 0)) return false
    payment.refunded += amount
    write({ type: 'refund', ref, reference: payment.reference, amount })
    return true
  },
}

/** Charges once, as a bank does: a second click finds the page closed. */
function pay(payment: FakePayment) {
  if (payment.paidState !== 'open') return
  payment.paidState = 'paid'
  const { ref, reference, amount } = payment
  write({ type: 'charge', ref, reference, amount })
}

const server = createServer((request, response) => void serve(request, response))

async function serve(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { pathname, searchParams } = new URL(request.url!, books.origin)
  const body = Buffer.concat(chunks).toString()
  if (pathname.startsWith('/pay/')) return showPage(pathname, body, response)
  write({ type: 'call', method: request.method, path: pathname, at: Date.now() })
  const fault = script.fault?.call === ++calls ? script.fault.kind : undefined
  await sleep(script.delayMs ?? 0)
  if (fault === 'cut off') return void response.destroy()
  if (fault === 'refused') return void response.writeHead(500).end()
  const { status, json } = dialect.answer(
    {
      ...{ method: request.method!, path: pathname, query: searchParams, body },
      headers: request.headers as Record<string, string | undefined>,
    },
    books
  )
  if (script.dropAnswers || fault === 'lost') return void response.destroy()
  if (script.nonsense) return void response.end(NONSENSE[script.nonsense])
  response.writeHead(script.status ?? status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(json))
}

const NONSENSE = {
  text: '{"payment":',
  html: '<!doctype html><title>502 Bad Gateway</title>',
  huge: Buffer.alloc(4 * 1024 * 1024, ' '),
}

/** The page where a buyer pays, or does not. */
function showPage(pathname: string, body: string, response: ServerResponse) {
  const payment = payments.get(pathname.split('/')[2])
  if (!payment) return void response.writeHead(404).end()
  if (body.includes('pay')) pay(payment)
  if (body.includes('decline') && payment.paidState === 'open') payment.paidState = 'declined'
  if (body) return void response.writeHead(303, { location: dialect.back(payment) }).end()
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="fr"><title>${name}</title><h1>${name}</h1>
    <p>${payment.amount} millimes</p>
    <form method="post"><button name="do" value="pay">Payer</button>
    <button name="do" value="decline">Refuser</button></form></html>`)
}

server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
})

const listen = () =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))

async function behave(next: GatewayScript) {
  script = next
  calls = 0
  if (next.down && server.listening) {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  if (!next.down && !server.listening) await listen()
}

function beginAnew() {
  payments.clear()
  books.answers.clear()
  rmSync(ledger, { force: true })
  return behave({})
}

async function obey(order: Order) {
  if (order.do === 'behave') return behave(order.script)
  if (order.do === 'begin anew') return beginAnew()
  const payment = payments.get(order.ref)
  if (!payment) throw new Error(`it knows no payment ${order.ref}`)
  if (order.do === 'pay') return pay(payment)
  if (order.do === 'refund') return books.refund(order.ref, order.amount)
  if (order.do === 'hint') return dialect.hint(payment, order.event)
  payment.paidState = order.do === 'decline' ? 'declined' : 'expired'
  if (order.do === 'expire') payment.closesAt = Date.now() - 1
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ refused: `${name} cannot ${order.do}: ${error.message}` })
  )
})
process.on('disconnect', () => process.exit(0))

await listen()
port = (server.address() as AddressInfo).port
process.send?.({ url: books.origin })
