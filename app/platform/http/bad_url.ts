import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEM_TYPE, problemDocument } from '#app/platform/http/problem_document'

const BAD_ADDRESS = {
  status: 400,
  code: 'bad_address',
  title: 'The address cannot be read',
  detail: 'Percent-encode the address as UTF-8 and send the request again.',
}

/** Answers an address that cannot be decoded, before there is a request context. */
export function answerBadUrl(_request: IncomingMessage, response: ServerResponse) {
  const requestId = randomUUID()
  response.writeHead(BAD_ADDRESS.status, {
    'Content-Type': PROBLEM_TYPE,
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  })
  response.end(problemDocument(BAD_ADDRESS, { instance: '/', requestId }))
}
