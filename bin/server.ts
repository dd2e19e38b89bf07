import { createServer, type Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { prettyPrintError } from '@adonisjs/core'
import { answerUnreadableRequest } from '#app/platform/http/unreadable_request'
import { drain } from '#app/platform/lifecycle/draining'
import { createIgnitor } from './ignitor.js'

/** Slow clients get no more than this: headers within 10 s, a whole request within 30 s. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
  connectionsCheckingInterval: 2_000,
}
const MAX_CONNECTIONS = 2_000

// On a large machine V8 lets the heap become four times what is alive before it cleans up; twice is enough.
setFlagsFromString('--heap-growing-percent=100')

let server: Server | undefined

createIgnitor(() => drain(server))
  .httpServer()
  .start((handle) => {
    server = createServer(LIMITS, handle)
    server.maxConnections = MAX_CONNECTIONS
    server.on('clientError', answerUnreadableRequest)
    return server
  })
  .catch((error) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
