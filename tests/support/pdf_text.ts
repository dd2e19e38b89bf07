import { inflateSync } from 'node:zlib'

/** What is written in a PDF with its standard fonts, page after page; letters of other fonts are not read. */
export function pdfText(pdf: Buffer): string {
  const pages = [...streamsOf(pdf)].filter((stream) => stream.includes(' TJ'))
  const shown = pages.flatMap((page) => [...page.matchAll(/\[(?<parts>[^\]]*)\] TJ/g)])
  return shown.map(({ groups }) => lettersIn(groups!.parts)).join('\n')
}

function* streamsOf(pdf: Buffer): Generator<string> {
  const all = pdf.toString('latin1')
  for (const { index, 0: opening } of all.matchAll(/stream\n/g)) {
    if (all.slice(index - 3, index) === 'end') continue
    const from = index + opening.length
    const bytes = pdf.subarray(from, all.indexOf('\nendstream', from))
    // Fonts and text are deflated; nothing else is in these documents.
    yield inflateSync(bytes).toString('latin1')
  }
}

const lettersIn = (parts: string) =>
  [...parts.matchAll(/<([\da-f]*)>/g)]
    .map(([, hex]) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('')
