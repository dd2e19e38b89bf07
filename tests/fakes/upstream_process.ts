import { appendFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** How the fake answers from now on. Its parent sends one of these over the IPC channel. */
export interface UpstreamScript {
  /** Share of the requests that are answered with `errorStatus`, spread evenly. */
  errorRatio?: number
  errorStatus?: number
  retryAfter?: string
  /** Wait before every answer, in milliseconds. */
  delayMs?: number
  /** Takes the request and never answers. */
  hang?: boolean
  /** Stops listening and drops every connection. */
  down?: boolean
}

const [ledger] = process.argv.slice(2)
let script: UpstreamScript = {}
let received = 0
let owedErrors = 0
const sockets = new Set<Socket>()

const server = createServer((request, response) => {
  received += 1
  appendFileSync(ledger, `${JSON.stringify({ method: request.method, url: request.url })}\n`)
  request.resume()
  if (script.hang) return
  setTimeout(() => answer(response), script.delayMs ?? 0)
})

function answer(response: ServerResponse) {
  owedErrors += script.errorRatio ?? 0
  const fails = owedErrors >= 1
  if (fails) owedErrors -= 1
  response.statusCode = fails ? (script.errorStatus ?? 500) : 200
  if (fails && script.retryAfter) response.setHeader('Retry-After', script.retryAfter)
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ received }))
}

server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
})

let port = 0
function listen() {
  return new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

async function follow(next: UpstreamScript) {
  script = next
  owedErrors = 0
  if (next.down && server.listening) {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  if (!next.down && !server.listening) await listen()
  process.send?.({ followed: true })
}

process.on('message', (next: UpstreamScript) => void follow(next))
process.on('disconnect', () => process.exit(0))

await listen()
port = (server.address() as AddressInfo).port
process.send?.({ url: `http://127.0.0.1:${port}` })
