import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from '#app/platform/web/public_address'

/** Opens connections for `undici`. */
export type Connector = buildConnector.connector

type Resolve = (host: string, answer: (error: Error | null, found: LookupAddress[]) => void) => void

/** A stranger's address led to a place that is not on the internet, or to another port than its own. */
export class ForbiddenPlace extends Error {
  constructor(readonly place: string) {
    super(`${place} is not a public address`)
  }
}

const CONNECT_TIMEOUT_MS = 5_000
const PORTS: Record<string, string[]> = { 'http:': ['', '80'], 'https:': ['', '443'] }

/**
 * A connector for addresses that strangers wrote. A name is resolved once, every address of it must be
 * public, and the connection goes to one of those that were checked: there is no second look-up that
 * could answer otherwise. What it is connected to is looked at once more.
 * @param resolve asks the name servers; tests give their own
 */
export function publicConnector(resolve: Resolve = resolveAll): Connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: publicLookup(resolve) })
  return (options, callback) => {
    const place = placeOf(options)
    // `lookup` is not asked about addresses that are written as numbers.
    const host = options.hostname.replace(/^\[|\]$/g, '')
    const isForbidden =
      !PORTS[options.protocol]?.includes(options.port) || (isIP(host) && !isPublicAddress(host))
    if (isForbidden) return callback(new ForbiddenPlace(place), null)
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null)
      if (isPublicAddress(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      callback(new ForbiddenPlace(place), null)
    })
  }
}

const placeOf = ({ protocol, hostname, port }: buildConnector.Options) =>
  `${protocol}//${hostname}${port ? `:${port}` : ''}`

function publicLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, found) => {
      if (error) return callback(error, '', 0)
      if (!found.length || !found.every(({ address }) => isPublicAddress(address))) {
        return callback(new ForbiddenPlace(host), '', 0)
      }
      if (options.all) return callback(null, found)
      callback(null, found[0].address, found[0].family)
    })
  }
}

const resolveAll: Resolve = (host, answer) =>
  lookUp(host, { all: true, verbatim: true }, (error, found) => answer(error, found ?? []))
