import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { isGzipped, openBytes } from '#app/platform/tabular/open_bytes'
import type { Limits } from '#app/platform/tabular/limits'

const HEAD_BYTES = 512 * 1024
const ACCENTED_BYTES = 256 * 1024

/** What one pass over a file tells. */
export interface Survey {
  /** Of the file as it lies on the disk. */
  sha256: string
  gzipped: boolean
  /** Bytes after decompression. */
  bytes: number
  /** The first of them. */
  head: Buffer
  /** Stretches with bytes over 0x7f, to tell the encoding by. */
  accented: Buffer
  isUtf8: boolean
}

/** Reads a file once, keeping only samples. Throws `UnusableFile` when it expands beyond the limits. */
export async function surveyFile(path: string, limits: Limits): Promise<Survey> {
  const gzipped = await isGzipped(path)
  const head = new Sample(HEAD_BYTES)
  const accented = new Sample(ACCENTED_BYTES)
  const utf8 = new Utf8Check()
  let bytes = 0

  for await (const chunk of openBytes(path, limits)) {
    bytes += chunk.length
    head.add(chunk)
    if (!isAscii(chunk)) accented.add(chunk)
    utf8.add(chunk)
  }
  return {
    sha256: await hashFile(path),
    gzipped,
    bytes,
    head: head.bytes,
    accented: accented.bytes,
    isUtf8: utf8.end(),
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
    hash.update(chunk)
  return hash.digest('hex')
}

class Sample {
  #chunks: Buffer[] = []
  #left: number

  constructor(size: number) {
    this.#left = size
  }

  add(chunk: Buffer) {
    if (this.#left <= 0) return
    this.#chunks.push(chunk.subarray(0, this.#left))
    this.#left -= chunk.length
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}

class Utf8Check {
  #decoder = new TextDecoder('utf-8', { fatal: true })
  #valid = true

  add(chunk: Buffer) {
    this.#try(() => this.#decoder.decode(chunk, { stream: true }))
  }

  end(): boolean {
    this.#try(() => this.#decoder.decode())
    return this.#valid
  }

  /** The decoder tells invalid bytes by throwing. */
  #try(decode: () => void) {
    if (!this.#valid) return
    try {
      decode()
    } catch {
      this.#valid = false
    }
  }
}
