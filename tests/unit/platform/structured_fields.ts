/** One member of a structured-field list: a bare item and its parameters. */
export interface Member {
  item: string | number
  parameters: Record<string, string | number | boolean>
}

const STRING = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"/
const INTEGER = /^-?\d{1,15}(?![\d.])/
const KEY = /^[a-z*][a-z0-9_.*-]*/

/**
 * Parses a list of strings and integers with parameters as RFC 9651, 4.2 says, and refuses anything
 * else: the part of structured fields that our headers use.
 */
export function parseList(text: string): Member[] {
  let rest = text.replace(/^ +| +$/g, '')
  const members: Member[] = []
  for (;;) {
    const member: Member = { item: item(), parameters: {} }
    members.push(member)
    while (accept(/^; */)) {
      const key = need(KEY, 'a parameter name')
      member.parameters[key] = accept(/^=/) === undefined ? true : item()
    }
    if (!rest) return members
    need(/^[ \t]*,[ \t]*/, 'a comma')
  }

  function item() {
    const string = accept(STRING)
    if (string !== undefined) return string.slice(1, -1).replace(/\\(.)/g, '$1')
    return Number(need(INTEGER, 'a string or an integer'))
  }

  function accept(pattern: RegExp) {
    const found = pattern.exec(rest)?.[0]
    if (found !== undefined) rest = rest.slice(found.length)
    return found
  }

  function need(pattern: RegExp, what: string) {
    const found = accept(pattern)
    if (found === undefined) throw new SyntaxError(`expected ${what} at "${rest}"`)
    return found
  }
}
