import { isIPv6 } from 'node:net'
import type { HttpContext } from '@adonisjs/core/http'
import type { Role } from '#app/platform/limits/policies'

/** Whose bucket a request draws from. */
export interface Caller {
  role: Role
  id: string
}

type Identify = (ctx: HttpContext) => Caller | undefined

const identifiers: Identify[] = []

/** Lets a feature recognise its accounts; the first that does wins, else the caller is a guest. */
export function identifyCallers(identify: Identify): void {
  identifiers.push(identify)
}

export function callerOf(ctx: HttpContext): Caller {
  for (const identify of identifiers) {
    const caller = identify(ctx)
    if (caller) return caller
  }
  return { role: 'guest', id: networkOf(ctx.request.ip()) }
}

/** One subscriber holds a whole IPv6 /64, so that prefix is the caller; IPv4 counts in full. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.groups?.v4
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [left, right] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = right ? Array<string>(8 - left.length - right.length).fill('0') : []
  const groups = [...left, ...zeros, ...(right ?? [])].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
