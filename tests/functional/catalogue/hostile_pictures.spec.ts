import { mkdir, readdir, readFile } from 'node:fs/promises'
import { createDeflate, crc32 } from 'node:zlib'
import drive from '@adonisjs/drive/services/main'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { sql } from '#app/platform/database/sql'
import { storagePath } from '#app/platform/files/storage'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const MB = 1024 * 1024
/** Found in no picture that was drawn anew. */
const TRACE = 'alert(1)'

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

const REFUSED: Record<string, () => Promise<Buffer> | Buffer> = {
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

const DRAWN_ANEW: Record<string, () => Promise<Buffer>> = {
  'both.gif': gifThatIsAScript,
  'where it was taken.jpg': telltale,
  'with a program behind it.png': async () =>
    Buffer.concat([await still(40).png().toBuffer(), Buffer.from(`<script>${TRACE}</script>`)]),
  'called a page.html': () => still(40).png().toBuffer(),
  'ten thousand frames.webp': () => longWebp(2_000, 10_000),
}

test.group('Pictures that are more than pictures', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })

  /** The counter of a shop, who sends pictures of one product, and what they cost in memory. */
  async function sender() {
    const { id } = await createProduct()
    const page = `/admin/products/${id}`
    const visitor = await loggedIn(await createStaff('counter'))
    return async (name: string, file: Buffer) => {
      const form = new File([new Uint8Array(file)], name)
      const watch = new MemoryWatch()
      const answer = await visitor.post(`${page}/images`, {}, page, { referer: BASE + page }, form)
      const shown = await visitor.htmlOf(page)
      return { ...answer, shown, grown: watch.end() }
    }
  }

  async function stored() {
    await mkdir(storagePath('incoming'), { recursive: true })
    return readdir(storagePath(), { recursive: true })
  }

  const paths = async () => {
    const rows = await sql<{ path: string }>('select path from product_images order by position')
    return rows.map(({ path }) => path)
  }

  test('SEC-09: bombs, drawings with scripts and other files in disguise are refused, cheaply', async ({
    assert,
  }) => {
    const send = await sender()
    const before = await stored()
    for (const [name, make] of Object.entries(REFUSED)) {
      const { status, shown, grown } = await send(name, await make())
      assert.equal(status, 303, name)
      assert.include(shown, '25 mégapixels', `${name}: says what is taken`)
      assert.isBelow(grown, 100 * MB, name)
    }
    assert.deepEqual(await paths(), [])
    assert.deepEqual(await stored(), before)
  }).timeout(60_000)

  test('SEC-09: of a picture nothing but its pixels is kept, and it is served as a file', async ({
    assert,
  }) => {
    const send = await sender()
    for (const [name, make] of Object.entries(DRAWN_ANEW)) {
      const { status, grown } = await send(name, await make())
      assert.equal(status, 303, name)
      assert.isBelow(grown, 100 * MB, name)
    }
    const kept = await paths()
    assert.lengthOf(kept, Object.keys(DRAWN_ANEW).length)
    for (const path of kept) {
      const bytes = await readFile(storagePath('public', path))
      const { format, exif, xmp, iptc, icc, pages } = await sharp(bytes).metadata()
      assert.deepEqual([format, exif, xmp, iptc, icc, pages], ['webp', ...Array(5).fill(undefined)])
      assert.notInclude(bytes.toString('latin1'), TRACE)

      const { headers, status } = await fetch(`${BASE}/files/${path}`)
      assert.equal(status, 200)
      assert.equal(headers.get('content-type'), 'image/webp')
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('content-disposition') ?? '', /^attachment/)
      assert.include(headers.get('content-security-policy') ?? '', 'sandbox')
    }
  }).timeout(60_000)

  test('SEC-09: what should lie in the storage all the same is never run as a page', async ({
    assert,
    cleanup,
  }) => {
    await drive.use().put('products/left.html', `<script>${TRACE}</script>`)
    cleanup(() => drive.use().delete('products/left.html'))
    const { headers } = await fetch(`${BASE}/files/products/left.html`)
    assert.match(headers.get('content-disposition') ?? '', /^attachment/)
    assert.equal(headers.get('content-security-policy'), `default-src 'none'; sandbox`)
  })
})

/** How much the process has grown at most since it was made. */
class MemoryWatch {
  #before = process.memoryUsage.rss()
  #most = this.#before
  #timer = setInterval(() => this.#look(), 5)

  /** In bytes. */
  end(): number {
    this.#look()
    clearInterval(this.#timer)
    return this.#most - this.#before
  }

  #look() {
    this.#most = Math.max(this.#most, process.memoryUsage.rss())
  }
}
