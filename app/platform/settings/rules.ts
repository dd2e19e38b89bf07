import { statSync } from 'node:fs'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { WrongSetting } from '#app/platform/settings/wrong_setting'

/** Checks a setting that is there; settings that are not have their defaults. */
type Rule<Value> = (name: string, value?: string) => Value | undefined

const given =
  <Value>(read: (name: string, value: string) => Value): Rule<Value> =>
  (name, value) =>
    value ? read(name, value) : undefined

/** A whole number from `min` to `max`. */
export const wholeNumber = (min: number, max: number) =>
  given((name, value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    throw new WrongSetting(`${name}=${value} is not a whole number from ${min} to ${max}`)
  })

/** Text of some length that is told to nobody. */
export const secretText = (min: number) =>
  given((name, value) => {
    if (value.length >= min) return value
    throw new WrongSetting(`${name} has ${value.length} characters, it needs at least ${min}`)
  })

/** An address with one of these schemes. It may hold a password, so it is not repeated. */
export const address = (schemes: string[], example: string) =>
  given((name, value) => {
    const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : ''
    if (schemes.includes(scheme)) return value
    throw new WrongSetting(`${name} is not an address such as ${example}`)
  })

/** A program that is there. */
export const program = given((name, value) => {
  if (statSync(value, { throwIfNoEntry: false })?.isFile()) return value
  throw new WrongSetting(`${name}=${value} is no program on this machine`)
})

/** A telephone number in E.164, also without its plus or with spaces; the value has the one and not the others. */
export const telephone = given((name, value) => {
  const digits = value.replace(/[ .()-]/g, '').replace(/^(\+|00)/, '')
  if (/^[1-9]\d{6,14}$/.test(digits)) return `+${digits}`
  throw new WrongSetting(`${name}=${value} is not a telephone number such as +21620123456`)
})

/** Degrees of latitude (`most` is 90) or longitude (180). */
export const degrees = (most: number) =>
  given((name, value) => {
    const number = /^-?\d{1,3}(?:\.\d{1,10})?$/.test(value) ? Number(value) : Number.NaN
    if (Math.abs(number) <= most) return number
    throw new WrongSetting(`${name}=${value} is not a number of degrees from -${most} to ${most}`)
  })

/** Origins of web pages, comma separated, or `*`. */
export const origins = given((name, value) => {
  for (const entry of value.split(',').map((text) => text.trim())) {
    if (entry === '*' || (URL.canParse(entry) && new URL(entry).origin === entry)) continue
    throw new WrongSetting(`${name}: "${entry}" is not an origin such as https://boutique.example`)
  }
  return value
})

/** Addresses and CIDR ranges, comma separated. */
export const networks = given((name, value) => {
  networkList(name, value)
  return value
})

/** The addresses and ranges of a list, ready to be asked. Throws `WrongSetting` for one that is neither. */
export function networkList(name: string, list: string): BlockList {
  const known = new BlockList()
  for (const entry of list.split(',').map((text) => text.trim())) {
    if (!entry) continue
    const [ip, prefix, ...more] = entry.split('/')
    const family = isIPv6(ip) ? 'ipv6' : 'ipv4'
    const bits = Number(prefix ?? 0)
    const most = family === 'ipv6' ? 128 : 32
    if (!isIP(ip) || more.length || !/^\d*$/.test(prefix ?? '') || prefix === '' || bits > most) {
      throw new WrongSetting(
        `${name}: "${entry}" is neither an address nor a range such as 10.0.0.0/8`
      )
    }
    if (prefix === undefined) known.addAddress(ip, family)
    else known.addSubnet(ip, bits, family)
  }
  return known
}
