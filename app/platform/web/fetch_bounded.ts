import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type Dispatcher, request } from 'undici'

interface BoundedRequest {
  dispatcher: Dispatcher
  headers?: Record<string, string>
  /** Bytes that are kept, after unpacking; what comes after them is not read. */
  mostBytes: number
  /** Longest time for all of it, the body included. */
  timeoutMs: number
  signal?: AbortSignal
  /** Whether the body is worth reading, by status and type. */
  wants?: (status: number, type: string) => boolean
}

export interface BoundedAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** Media type in small letters, without parameters. */
  type: string
  body: Buffer
  /** There was more than was kept. */
  isCut: boolean
}

/**
 * Gets one document of a stranger's server, in memory and time that are bounded whatever it sends:
 * endless, slow, or packed so that it unpacks to a thousand times its size. Redirects are not followed.
 * @throws what undici throws, or the reason of the signal
 */
export async function fetchBounded(url: URL, asked: BoundedRequest): Promise<BoundedAnswer> {
  const signals = [AbortSignal.timeout(asked.timeoutMs), asked.signal]
  const signal = AbortSignal.any(signals.filter((each) => each !== undefined))
  const {
    statusCode: status,
    headers,
    body,
  } = await request(url, {
    ...{ method: 'GET', dispatcher: asked.dispatcher, signal },
    headers: { 'accept-encoding': 'gzip, deflate, br', ...asked.headers },
  })
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]
    .trim()
    .toLowerCase()
  const stop = () => body.destroy()
  // A body that is let go may fail afterwards: nobody waits for it.
  body.on('error', () => {})
  if (asked.wants && !asked.wants(status, type)) {
    stop()
    return { status, headers, type, body: Buffer.alloc(0), isCut: false }
  }
  try {
    const read = await readAtMost(
      unpacked(body, headers['content-encoding']),
      asked.mostBytes,
      signal
    )
    return { status, headers, type, ...read }
  } finally {
    stop()
  }
}

async function readAtMost(stream: Readable, mostBytes: number, signal: AbortSignal) {
  const chunks: Buffer[] = []
  let bytes = 0
  const abort = () => stream.destroy(signal.reason as Error)
  signal.addEventListener('abort', abort)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > mostBytes) break
    }
  } finally {
    signal.removeEventListener('abort', abort)
    stream.destroy()
  }
  return { body: Buffer.concat(chunks).subarray(0, mostBytes), isCut: bytes > mostBytes }
}

const UNPACKERS: Record<string, () => Transform> = {
  'gzip': createGunzip,
  'x-gzip': createGunzip,
  'deflate': createInflate,
  'br': createBrotliDecompress,
}

/** Unpacks once: packed twice is what nobody sends for a good reason. */
function unpacked(body: Readable, encoding: string | string[] | undefined): Readable {
  const unpacker = UNPACKERS[String(encoding ?? '').toLowerCase()]?.()
  if (!unpacker) return body
  body.on('error', (error) => unpacker.destroy(error))
  return body.pipe(unpacker)
}
