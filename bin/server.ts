import type { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { prettyPrintError } from '@adonisjs/core'
import { shopServer } from '#app/platform/http/shop_server'
import { drain } from '#app/platform/lifecycle/draining'
import { createIgnitor } from './ignitor.js'

// On a large machine V8 lets the heap become four times what is alive before it cleans up; twice is enough.
setFlagsFromString('--heap-growing-percent=100')

let server: Server | undefined

createIgnitor(() => drain(server))
  .httpServer()
  .start((handle) => (server = shopServer(handle)))
  .catch((error) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
