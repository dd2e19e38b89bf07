/** What `/robots.txt` lets a program do (RFC 9309), with the lines outside of it that are in use. */
export interface Robots {
  /** @param path with its query, as it stands in the address */
  allows(path: string): boolean
  /** Seconds between requests that the site asks for. */
  delaySeconds: number
  sitemaps: string[]
  /** It could not be read: what is forbidden now may be allowed tomorrow. */
  isAway?: boolean
}

interface Rule {
  pattern: string
  isAllowed: boolean
}

interface Group {
  agents: string[]
  rules: Rule[]
  delaySeconds: number
}

/** Parsed at least, and at most (RFC 9309, 2.5). */
export const ROBOTS_BYTES = 500 * 1024
const LONGEST_PATH = 2_000
const LONGEST_DELAY_SECONDS = 60

export const EVERYTHING: Robots = { allows: () => true, delaySeconds: 0, sitemaps: [] }
export const NOTHING: Robots = {
  allows: (path) => path === '/robots.txt',
  delaySeconds: 0,
  sitemaps: [],
}
/** A server that cannot tell just now what it allows, allows nothing (RFC 9309, 2.3.1.4). */
export const AWAY: Robots = { ...NOTHING, isAway: true }

/**
 * Reads a robots.txt as `agent` has to. Groups for it are taken together; where there is none, those
 * for `*`. The longest pattern that matches decides, and allows when two are as long.
 */
export function parseRobots(text: string, agent: string): Robots {
  const name = agent.toLowerCase()
  const { groups, sitemaps } = groupsOf(text, name)
  const own = groups.filter(({ agents }) => agents.includes(name))
  const chosen = own.length ? own : groups.filter(({ agents }) => agents.includes('*'))
  const rules = chosen.flatMap((group) => group.rules)
  return {
    allows: (path) => isAllowed(comparable(path), rules),
    delaySeconds: Math.max(0, ...chosen.map(({ delaySeconds }) => delaySeconds)),
    sitemaps,
  }
}

/** The groups with their names; those for neither `agent` nor all have no rules, however many are written. */
function groupsOf(text: string, agent: string) {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let isNaming = false
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, key, value] = /^\s*([A-Za-z-]+)\s*:\s*(.*?)\s*$/.exec(line.replace(/#.*$/, '')) ?? []
    if (key === undefined) continue
    const name = key.toLowerCase()
    if (name === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [], delaySeconds: 0 })
      groups.at(-1)!.agents.push(productToken(value))
      isNaming = true
      continue
    }
    if (name === 'sitemap') {
      sitemaps.push(value)
      continue
    }
    const group = groups.at(-1)
    if (name === 'allow' || name === 'disallow') {
      isNaming = false
      // An empty pattern says nothing.
      if (group && value && isFor(agent, group)) {
        group.rules.push({ pattern: comparable(value), isAllowed: name === 'allow' })
      }
    } else if (name === 'crawl-delay' && group) {
      // It is no rule: names after it still belong to the group (RFC 9309, 2.2.4).
      const seconds = Number.parseFloat(value)
      if (seconds > 0) group.delaySeconds = Math.min(seconds, LONGEST_DELAY_SECONDS)
    }
  }
  return { groups, sitemaps }
}

const isFor = (agent: string, { agents }: Group) => agents.includes(agent) || agents.includes('*')

/** `ShabouLeadsBot/1.0` is addressed as `ShabouLeadsBot`. */
const productToken = (value: string) =>
  (value === '*' ? '*' : (/^[A-Za-z_-]+/.exec(value)?.[0] ?? value)).toLowerCase()

function isAllowed(path: string, rules: Rule[]): boolean {
  if (path === '/robots.txt') return true
  let best: Rule | undefined
  for (const rule of rules) {
    if (!matches(rule.pattern, path)) continue
    const longer = Buffer.byteLength(rule.pattern) - Buffer.byteLength(best?.pattern ?? '')
    if (!best || longer > 0 || (longer === 0 && rule.isAllowed)) best = rule
  }
  return best?.isAllowed ?? true
}

/** `*` stands for any run, `$` at the end for the end. Linear in pattern × path: no expression to blow up. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const [first, ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    if (isLast && isWhole) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !isWhole || at === path.length
}

/** Escapes of letters are undone and others written alike, so that `%7Euser`, `%7euser` and `~user` are one. */
function comparable(path: string): string {
  return path
    .slice(0, LONGEST_PATH)
    .replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (escape, code: string) => {
      const letter = String.fromCharCode(Number.parseInt(code, 16))
      return /[A-Za-z0-9_.~-]/.test(letter) ? letter : escape.toUpperCase()
    })
}
