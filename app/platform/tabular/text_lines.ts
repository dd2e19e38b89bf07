import iconv from 'iconv-lite'

/** A physical line, without its line end. `cut` when it was longer than the limit: the rest is dropped. */
export interface TextLine {
  line: number
  text: string
  cut?: boolean
}

/** Decodes bytes, dropping a byte order mark. Bytes that are not of the encoding become U+FFFD. */
export async function* decode(
  bytes: AsyncIterable<Buffer>,
  encoding: string
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of bytes) yield decoder.write(chunk)
  yield decoder.end() ?? ''
}

/**
 * Cuts text into lines at LF or CRLF (or CR alone, for files that have no LF).
 * A line without end costs no more than `limit` characters of memory.
 */
export async function* readLines(
  chunks: AsyncIterable<string>,
  newline: '\n' | '\r',
  limit: number
): AsyncGenerator<TextLine[]> {
  const cutter = new LineCutter(newline, limit)
  for await (const chunk of chunks) yield cutter.push(chunk)
  yield cutter.end()
}

class LineCutter {
  #line = 1
  #rest = ''
  #cut = false

  constructor(
    private newline: string,
    private limit: number
  ) {}

  push(chunk: string): TextLine[] {
    const lines: TextLine[] = []
    let from = 0
    for (let at = chunk.indexOf(this.newline); at >= 0; at = chunk.indexOf(this.newline, from)) {
      this.#append(chunk.slice(from, at))
      lines.push(this.#complete())
      from = at + 1
    }
    this.#append(chunk.slice(from))
    return lines
  }

  end(): TextLine[] {
    return this.#rest ? [this.#complete()] : []
  }

  #append(text: string) {
    if (this.#cut) return
    this.#rest += text
    if (this.#rest.length > this.limit) {
      this.#rest = this.#rest.slice(0, this.limit)
      this.#cut = true
    }
  }

  #complete(): TextLine {
    const text = this.#rest.endsWith('\r') ? this.#rest.slice(0, -1) : this.#rest
    const line = { line: this.#line++, text, ...(this.#cut && { cut: true }) }
    this.#rest = ''
    this.#cut = false
    return line
  }
}
