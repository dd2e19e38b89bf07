type Encoding = 'br' | 'gzip' | 'identity'

/** Clients send few different headers; whoever makes up many gets each read anew. */
const MOST_KNOWN = 100

const known = new Map<string, Encoding>()

/**
 * What a client that sends this `Accept-Encoding` likes best of what we have (RFC 9110, 12.5.3);
 * Brotli where it does not care. Nearly always read before.
 */
export function acceptedEncoding(header: string): Encoding {
  let encoding = known.get(header)
  if (encoding === undefined) {
    encoding = bestOf(header)
    if (known.size < MOST_KNOWN) known.set(header, encoding)
  }
  return encoding
}

function bestOf(header: string): Encoding {
  const weights = new Map(header.toLowerCase().split(',').map(weighed))
  const others = weights.get('*') ?? 0
  const brotli = weights.get('br') ?? others
  const gzip = weights.get('gzip') ?? others
  // Not naming it only says that it may come when nothing else does.
  const identity = weights.get('identity') ?? 0
  if (brotli > 0 && brotli >= gzip && brotli >= identity) return 'br'
  return gzip > 0 && gzip >= identity ? 'gzip' : 'identity'
}

/** `gzip;q=0.5` is `['gzip', 0.5]`. */
function weighed(part: string): [coding: string, weight: number] {
  const [coding, ...parameters] = part.split(';').map((piece) => piece.trim())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return [coding, weight === undefined ? 1 : Number(weight) || 0]
}
