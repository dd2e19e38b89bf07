import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { TRAPS } from '#tests/fakes/sites/traps'

/** Serves every site of the folders it is given, each under its own host. Writes what it was asked into a ledger. */
const [ledger, ...folders] = process.argv.slice(2)

const TYPES: Record<string, string> = {
  ...{ html: 'text/html', htm: 'text/html', txt: 'text/plain', xml: 'application/xml' },
  ...{ gz: 'application/gzip', js: 'text/javascript' },
}

interface Fixed {
  status: number
  headers: Record<string, string>
}

const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const url = new URL(request.url ?? '/', `http://${host}`)
  response.on('close', () => note(request, host, url, response.statusCode))
  const trap = TRAPS[host]
  if (trap) return trap(url, response)
  serve(host, url, response)
})

function note(request: IncomingMessage, host: string, url: URL, status: number) {
  const entry = { at: Date.now(), host, path: url.pathname + url.search, status }
  appendFileSync(ledger, `${JSON.stringify({ ...entry, agent: request.headers['user-agent'] })}\n`)
}

function serve(host: string, url: URL, response: ServerResponse) {
  const site = folders.map((folder) => join(folder, host)).find((folder) => existsSync(folder))
  if (!site || url.pathname.includes('..') || url.pathname === '/site.json')
    return missing(response)
  const rules = join(site, 'site.json')
  const fixed = existsSync(rules)
    ? (JSON.parse(readFileSync(rules, 'utf8')) as Record<string, Fixed>)[url.pathname]
    : undefined
  if (fixed) return void response.writeHead(fixed.status, fixed.headers).end()
  const path = decodeURIComponent(url.pathname)
  const file = ['', '.html', 'index.html', 'index.htm', '/index.html']
    .map((ending) => join(site, path + ending))
    .find((name) => existsSync(name) && statSync(name).isFile())
  if (!file) return missing(response)
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file))
}

function missing(response: ServerResponse) {
  response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>404</h1>')
}

process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ port: address.port })
})
