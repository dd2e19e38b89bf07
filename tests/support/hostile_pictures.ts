import { createDeflate, crc32 } from 'node:zlib'
import sharp from 'sharp'

/** Found in no picture that was drawn anew. */
export const TRACE = 'alert(1)'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const numbers = [Buffer.alloc(4), Buffer.alloc(4)]
  numbers[0].writeUInt32BE(data.length)
  numbers[1].writeUInt32BE(crc32(body))
  return Buffer.concat([numbers[0], body, numbers[1]])
}

/** A black picture of one bit for each pixel: some 100 kB, whatever they unfold to. */
async function hugePng(side: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 })
  const packed: Buffer[] = []
  deflate.on('data', (part: Buffer) => packed.push(part))
  const row = Buffer.alloc(1 + Math.ceil(side / 8))
  for (let at = 0; at < side; at++) {
    if (!deflate.write(row)) await new Promise((resolve) => deflate.once('drain', resolve))
  }
  await new Promise<void>((resolve) => deflate.end(resolve))
  const size = Buffer.alloc(13)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  size[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', Buffer.concat(packed)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const still = (side: number) => {
  const create = { width: side, height: side, channels: 3 as const, background: '#cc0000' }
  return sharp({ create })
}

function riff(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** The same picture ten thousand times: two megabytes that are forty gigapixels. */
async function longWebp(side: number, frames: number): Promise<Buffer> {
  const file = await still(side).webp({ lossless: true }).toBuffer()
  const picture = file.subarray(12)
  const extent = Buffer.alloc(6)
  extent.writeUIntLE(side - 1, 0, 3)
  extent.writeUIntLE(side - 1, 3, 3)
  const place = Buffer.concat([Buffer.alloc(6), extent, Buffer.from([10, 0, 0, 0])])
  const frame = riff('ANMF', Buffer.concat([place, picture]))
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), extent])),
    riff('ANIM', Buffer.alloc(6)),
    ...Array<Buffer>(frames).fill(frame),
  ])
  return riff('RIFF', body)
}

/** A GIF whose width reads as the beginning of a comment, so that the whole is a program, too. */
async function gifThatIsAScript(): Promise<Buffer> {
  const gif = await still(8).gif().toBuffer()
  gif.write('/*', 6, 'latin1')
  return Buffer.concat([gif, Buffer.from(`*/=1;${TRACE}//`)])
}

const telltale = () =>
  still(40)
    .withExif({
      IFD0: { ImageDescription: `<script>${TRACE}</script>`, Artist: 'Amel' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 48/1 0/1', GPSLongitude: '10/1 10/1 0/1' },
    })
    .jpeg()
    .toBuffer()

const svg = (inside: string, before = '') =>
  Buffer.from(
    `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`
  )

/** Files that are no picture, or too much of one, by the names they are sent under. */
export const REFUSED: Record<string, () => Promise<Buffer> | Buffer> = {
  'bomb.png': () => hugePng(30_000),
  'a little too much.png': () => hugePng(5_008),
  'script.svg': () => svg(`<script>${TRACE}</script>`),
  'script.png': () => svg(`<script>${TRACE}</script>`),
  'handler.svg': () => svg(`<rect onload="${TRACE}"/>`),
  'entity.svg': () =>
    svg('<text>&x;</text>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  'page.jpg': () => Buffer.from(`<!doctype html><script>${TRACE}</script>`),
  'program.gif': () => Buffer.from(`GIF89a/*x*/=1;${TRACE}//`),
  'php.jpg': () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<?php')]),
  'document.webp': () => Buffer.from('%PDF-1.7 1 0 obj'),
  'cut.jpg': () =>
    still(400)
      .jpeg()
      .toBuffer()
      .then((file) => file.subarray(0, 300)),
  'scan.tiff': () => still(40).tiff().toBuffer(),
}

/** Pictures with something besides their pixels. */
export const DRAWN_ANEW: Record<string, () => Promise<Buffer>> = {
  'both.gif': gifThatIsAScript,
  'where it was taken.jpg': telltale,
  'with a program behind it.png': async () =>
    Buffer.concat([await still(40).png().toBuffer(), Buffer.from(`<script>${TRACE}</script>`)]),
  'called a page.html': () => still(40).png().toBuffer(),
  'ten thousand frames.webp': () => longWebp(2_000, 10_000),
}
