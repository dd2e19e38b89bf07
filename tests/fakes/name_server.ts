import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

const MX = 15
const REFUSED = 2
const UNKNOWN = 3

/**
 * A name server (RFC 1035) over UDP that knows which domains take mail: `true` has an exchange, `false` is no domain,
 * `broken` fails. Everything else is no domain either.
 */
export async function startNameServer(domains: Record<string, boolean | 'broken'>) {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => {
    socket.send(answerTo(query, domains), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  return { address: `127.0.0.1:${port}`, stop: () => void socket.close() }
}

function answerTo(query: Buffer, domains: Record<string, boolean | 'broken'>): Buffer {
  const { name, end } = nameIn(query)
  const known = domains[name] ?? false
  const isMail = known === true && query.readUInt16BE(end) === MX
  const code = known === 'broken' ? REFUSED : known ? 0 : UNKNOWN
  const header = Buffer.alloc(12)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x81_80 | code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(isMail ? 1 : 0, 6)
  return Buffer.concat([header, query.subarray(12, end + 4), isMail ? exchange() : Buffer.alloc(0)])
}

/** The name that is asked for: labels, each behind its length. */
function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at]; length > 0; length = query[at]) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

/** `mail` below the name of the question, at preference 10, for a minute. */
function exchange(): Buffer {
  const record = Buffer.alloc(12)
  record.writeUInt16BE(0xc0_0c, 0)
  record.writeUInt16BE(MX, 2)
  record.writeUInt16BE(1, 4)
  record.writeUInt32BE(60, 6)
  const data = Buffer.from([0, 10, 4, ...Buffer.from('mail'), 0xc0, 0x0c])
  record.writeUInt16BE(data.length, 10)
  return Buffer.concat([record, data])
}
