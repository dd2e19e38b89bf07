import drive from '@adonisjs/drive/services/main'
import { BRANDS } from '#app/demo/data/brands/all'
import { PART_TYPES } from '#app/demo/data/part_types/all'
import type { DemoProduct } from '#app/demo/demo_product'
import { logoKey, logoOf, pictureKey, pictureOf } from '#app/demo/pictures'

const OPTIONS = { contentType: 'image/svg+xml' }

/** Draws into the file storage what products show, each picture once. */
export class StoredPictures {
  #stored = new Set<string>()
  #draw = new Map(
    PART_TYPES.flatMap((type) =>
      BRANDS.map((brand) => [pictureKey(type, brand), () => pictureOf(type, brand)] as const)
    )
  )

  get count() {
    return this.#stored.size
  }

  async storeLogos() {
    await Promise.all(BRANDS.map((brand) => this.#store(logoKey(brand), () => logoOf(brand))))
  }

  /** Before the products commit: a picture too many harms nobody, a missing one does. */
  async storeFor(products: DemoProduct[]) {
    const keys = new Set(products.map(({ image }) => image))
    await Promise.all([...keys].map((key) => this.#store(key, this.#draw.get(key)!)))
  }

  async #store(key: string, draw: () => string) {
    if (this.#stored.has(key)) return
    this.#stored.add(key)
    await drive.use().put(key, draw(), OPTIONS)
  }
}
