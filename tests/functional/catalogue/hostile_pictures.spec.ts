import { mkdir, readdir, readFile } from 'node:fs/promises'
import drive from '@adonisjs/drive/services/main'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { sql } from '#app/platform/database/sql'
import { storagePath } from '#app/platform/files/storage'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { DRAWN_ANEW, REFUSED, TRACE } from '#tests/support/hostile_pictures'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const MB = 1024 * 1024

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
  })

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
      assert.match(headers.get('cache-control') ?? '', /^public, max-age=\d+$/)
      assert.exists(headers.get('etag'))
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('content-disposition') ?? '', /^attachment/)
      assert.include(headers.get('content-security-policy') ?? '', 'sandbox')
    }
  })

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
