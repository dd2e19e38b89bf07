import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import Brand from '#app/catalogue/brands/brand'
import Category from '#app/catalogue/categories/category'
import type { OwnNumbers } from '#app/references/identity_numbers'
import { ProductSchema } from '#database/schema'

export const STATUSES = ['draft', 'active', 'archived'] as const
export const QUALITIES = ['oe', 'oem', 'aftermarket', 'remanufactured', 'used'] as const
export const TAX_RATES = [0, 7, 13, 19] as const
/** The most that the fewest pieces, or a pack, may be: a cart holds 999. */
export const MOST_AT_LEAST = 500

/** A part that is sold: one brand's article under a SKU of ours. */
export default class Product extends ProductSchema {
  @column()
  declare status: (typeof STATUSES)[number]

  @column()
  declare quality: (typeof QUALITIES)[number]

  @belongsTo(() => Brand)
  declare brand: BelongsTo<typeof Brand>

  @belongsTo(() => Category)
  declare category: BelongsTo<typeof Category>

  /** What replaces it, where something does. */
  @belongsTo(() => Product, { foreignKey: 'supersededById' })
  declare successor: BelongsTo<typeof Product>

  get ownNumbers(): OwnNumbers {
    return { sku: this.sku, mpn: this.mpn ?? null, gtin: this.gtin ?? null }
  }

  /** Publishing happens once; the shop sorts "newest" by it. */
  publishWhenActive() {
    if (this.status === 'active') this.publishedAt ??= DateTime.now()
  }
}
