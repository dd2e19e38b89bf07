import chardet from 'chardet'

/** Names that iconv-lite knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256'

const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Names the encoding of a text.
 *
 * @param head the first bytes of the file
 * @param accented stretches of the file that hold bytes over 0x7f
 * @param isUtf8 whether the whole file is valid UTF-8
 */
export function detectEncoding(head: Buffer, accented: Buffer, isUtf8: boolean): Encoding {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) =>
    head.subarray(0, mark.length).equals(Buffer.from(mark))
  )
  if (marked) return marked[0]
  const wide = detectUtf16(head)
  if (wide) return wide
  if (isUtf8 || isMostlyUtf8(accented)) return 'utf-8'
  return isArabic(accented) ? 'windows-1256' : 'windows-1252'
}

/** UTF-16 without a mark: delimiters and digits leave a zero in every other byte. */
function detectUtf16(head: Buffer): Encoding | undefined {
  let even = 0
  let odd = 0
  const length = Math.min(head.length, 4096)
  for (let i = 0; i < length; i++) {
    if (head[i] === 0) i % 2 ? odd++ : even++
  }
  const many = length / 10
  if (odd > many && even < odd / 10) return 'utf-16le'
  if (even > many && odd < even / 10) return 'utf-16be'
}

/** A UTF-8 file with a few foreign bytes: only the rows that hold them are lost. */
function isMostlyUtf8(sample: Buffer): boolean {
  let valid = 0
  let invalid = 0
  for (let i = 0; i < sample.length;) {
    const length = sequenceLength(sample, i)
    if (length > 1) valid++
    if (length === 0) invalid++
    i += length || 1
  }
  return valid > invalid
}

/** Length of the UTF-8 sequence at `i`, or 0 when there is none. */
function sequenceLength(bytes: Buffer, i: number): number {
  const lead = bytes[i]
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead < 0xe0
      ? 2
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xf0 && lead < 0xf5
          ? 4
          : 0
  for (let next = i + 1; next < i + length; next++) {
    if ((bytes[next] & 0xc0) !== 0x80) return 0
  }
  return length
}

/**
 * Arabic words are runs of high bytes, French ones have a high byte here and
 * there. In between (a few words of Arabic in a French list) chardet decides.
 */
function isArabic(sample: Buffer): boolean {
  let high = 0
  let inRuns = 0
  for (const [run] of sample.toString('latin1').matchAll(/[\x80-\xff]+/g)) {
    high += run.length
    if (run.length >= 3) inRuns += run.length
  }
  const share = high ? inRuns / high : 0
  if (share > 0.5 || share < 0.1) return share > 0.5
  const guesses = chardet.analyse(sample)
  const confidence = (names: string[]) =>
    Math.max(
      0,
      ...guesses.filter(({ name }) => names.includes(name)).map((guess) => guess.confidence)
    )
  return confidence(['windows-1256', 'ISO-8859-6']) > confidence(['windows-1252', 'ISO-8859-1'])
}
