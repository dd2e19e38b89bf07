import { hash } from '#app/demo/random'

const DIGITS = [...'0123456789']
const NON_ZERO = [...'123456789']
/** Letters that part numbers use: those that look like digits are left out. */
const LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXYZ']

type Series = { places: string[][]; capacity: number; stride: number; start: number; count: number }

/**
 * Draws numbers from patterns, never the same one twice per owner: `#` a digit, `%` a digit that is
 * not zero, `@` a letter, `{A|B}` one of these, anything else stands for itself.
 *
 * A series walks through all its numbers in a scattered order. When it has given them all it starts
 * over with a letter behind.
 */
export class NumberSeries {
  #series = new Map<string, Series>()

  constructor(readonly seed: number) {}

  /** The next number that `owner` has not used; of several patterns the least used one. */
  draw(owner: string, patterns: string[]): string {
    const series = patterns.map((pattern) => this.#seriesOf(owner, pattern))
    const used = (each: Series) => each.count / each.capacity
    return this.#next(series.reduce((a, b) => (used(b) < used(a) ? b : a)))
  }

  #next(series: Series): string {
    const round = Math.floor(series.count / series.capacity)
    let index = (series.start + (series.count % series.capacity) * series.stride) % series.capacity
    series.count += 1
    let number = ''
    for (let place = series.places.length - 1; place >= 0; place--) {
      const choices = series.places[place]
      number = choices[index % choices.length] + number
      index = Math.floor(index / choices.length)
    }
    return number + suffix(round)
  }

  #seriesOf(owner: string, pattern: string): Series {
    const key = `${owner}\u0000${pattern}`
    let series = this.#series.get(key)
    if (!series) {
      const places = parse(pattern)
      const capacity = places.reduce((product, choices) => product * choices.length, 1)
      const random = hash(`${this.seed}\u0000${key}`)
      const stride = coprime(Math.floor(capacity * 0.618) + (random % 97), capacity)
      series = { places, capacity, stride, start: random % capacity, count: 0 }
      this.#series.set(key, series)
    }
    return series
  }
}

function parse(pattern: string): string[][] {
  return (pattern.match(/\{[^{}]*\}|./g) ?? []).map((token) => {
    if (token.startsWith('{')) return token.slice(1, -1).split('|')
    return { '#': DIGITS, '%': NON_ZERO, '@': LETTERS }[token] ?? [token]
  })
}

function suffix(round: number): string {
  if (round === 0) return ''
  const letter = LETTERS[(round - 1) % LETTERS.length]
  return suffix(Math.floor((round - 1) / LETTERS.length)) + letter
}

function coprime(candidate: number, modulus: number): number {
  if (modulus === 1) return 1
  let stride = Math.max(1, candidate % modulus)
  while (greatestCommonDivisor(stride, modulus) !== 1) stride = (stride % modulus) + 1
  return stride
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
