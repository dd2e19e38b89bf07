import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ProblemDetails } from '#app/platform/http/problem'
import { PROBLEM_TYPE, problemDocument } from '#app/platform/http/problem_document'

const REFUSALS: Record<string, ProblemDetails> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    title: 'The address or the headers are too large',
    detail: 'Send 16 kB of address and headers at most.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'too_slow_request',
    title: 'The request took too long to arrive',
    detail: 'Send the headers within 10 seconds and the whole request within 30.',
  },
}

const MALFORMED: ProblemDetails = {
  status: 400,
  code: 'malformed_request',
  title: 'The request is not HTTP/1.1',
  detail: 'Send a request as RFC 9112 describes it: one length, one Host, no folded lines.',
}

/**
 * Answers bytes that are no request, as every other error is answered, and closes the connection:
 * where the next request would begin is anybody's guess.
 */
export function answerUnreadableRequest(error: NodeJS.ErrnoException, socket: Duplex) {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  const refusal = REFUSALS[error.code ?? ''] ?? MALFORMED
  const requestId = randomUUID()
  const body = problemDocument(refusal, { instance: '/', requestId })
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
