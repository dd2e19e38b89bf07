/** A run of letters, digits and marks of a line, and where it stands in it. */
export type Word = { from: number; to: number; text: string }

/** What may hold numbers, each by itself: a line of a text, or a cell of a table. */
export type NumberLine = {
  text: string
  /** Cells of one row have the same. */
  row: number
  words: Word[]
}

/** No number goes on beyond these. */
const ROWS = /[\r\n]+/
const CELLS = /[\t;؛|]+/
/** Nor is one of these inside a number, whatever stands before it: `Ref:7701206379`, `GDB1330(2)`. */
const WORD = /[^\s,،:=+&()[\]{}<>"“”«»]+/gu

/** The lines of a pasted text, and the cells of its tables. */
export const linesOf = (text: string): NumberLine[] =>
  text
    .split(ROWS)
    .flatMap((row, at) => row.split(CELLS).map((cell) => lineOf(cell, at)))
    .filter(({ words }) => words.length > 0)

/** A line that is one number, whatever is in it. */
export const lineOf = (text: string, row: number): NumberLine => ({
  text,
  row,
  words: Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    text: word,
  })),
})
