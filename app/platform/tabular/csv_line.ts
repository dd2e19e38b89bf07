/** What one physical line does to the record it belongs to. */
interface LineScan {
  /** The line ends inside a quoted cell, which goes on in the next line. */
  quoted: boolean
  /** Cells that begin or go on in this line. */
  cells: number
  /** Text follows a closing quote (`"Auto".""`): where the cells end is anybody's guess. */
  damaged: boolean
}

/**
 * Walks a line of CSV. Quotes count only where a cell begins with one, as in
 * RFC 4180; an inch mark inside a plain cell (`5" disc`) is text.
 *
 * @param quoted whether the line begins inside a quoted cell
 */
export function scanLine(line: string, delimiter: string, quoted = false): LineScan {
  let cells = 1
  let damaged = false
  let cellBegins = !quoted
  let at = 0

  while (at < line.length) {
    if (quoted) {
      const end = afterClosingQuote(line, at)
      if (end < 0) return { quoted, cells, damaged }
      quoted = false
      at = skipSpaces(line, end)
      damaged ||= at < line.length && line[at] !== delimiter
      continue
    }

    const start = cellBegins ? skipSpaces(line, at) : at
    quoted = cellBegins && line[start] === '"'
    cellBegins = !quoted
    const end = quoted ? start : line.indexOf(delimiter, at)
    if (end < 0) break
    if (!quoted) cells++
    at = end + 1
  }
  return { quoted, cells, damaged }
}

/** Where the text after a quoted cell begins, or -1 when its quote does not close here. */
function afterClosingQuote(line: string, from: number): number {
  let quote = line.indexOf('"', from)
  while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2)
  return quote < 0 ? -1 : quote + 1
}

function skipSpaces(line: string, at: number): number {
  while (line[at] === ' ') at++
  return at
}
