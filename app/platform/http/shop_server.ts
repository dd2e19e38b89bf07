import { createServer, type RequestListener, type Server } from 'node:http'
import { answerUnreadableRequest } from '#app/platform/http/unreadable_request'

/** Slow clients get no more than this: headers within 10 s, a whole request within 30 s. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
  connectionsCheckingInterval: 2_000,
}
const MAX_CONNECTIONS = 2_000

/** The server of the shop, which listens nowhere yet. */
export function shopServer(handle: RequestListener): Server {
  const server = createServer(LIMITS, handle)
  server.maxConnections = MAX_CONNECTIONS
  server.on('clientError', answerUnreadableRequest)
  return server
}
