import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers an address that cannot be decoded, before there is a request context. */
export function answerBadUrl(_request: IncomingMessage, response: ServerResponse) {
  const requestId = randomUUID()
  response.writeHead(400, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  })
  response.end(
    JSON.stringify({
      type: 'urn:shop:problem:bad_address',
      title: 'The address cannot be read',
      status: 400,
      detail: 'Percent-encode the address as UTF-8 and send the request again.',
      instance: '/',
      code: 'bad_address',
      requestId,
    })
  )
}
