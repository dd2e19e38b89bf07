import type { Application } from '#app/demo/application'
import type { DataSheet } from '#app/demo/part_attributes'
import type { PriceChange } from '#app/demo/price_history'

export type Quality = 'oe' | 'oem' | 'aftermarket' | 'remanufactured' | 'used'

export type NumberKind = 'own' | 'mpn' | 'oe' | 'cross' | 'gtin' | 'supplier' | 'superseded'

export type PartNumber = { kind: NumberKind; number: string; owner: string }

export type Sale = { day: Date; quantity: number; unitPrice: number; document: string }

/** One place of the shop: `depot` or `boutique`. */
export type StockLevel = { location: string; onHand: number; lowStockAt: number }

export type Movement = {
  location: string
  quantity: number
  cause: 'opening' | 'receipt' | 'sale'
  reference: string | null
  at: Date
}

/** A generated product and everything that hangs on it; money in millimes. */
export type DemoProduct = {
  sku: string
  slug: string
  brand: string
  category: string
  mpn: string
  nameFr: string
  nameAr: string
  descriptionFr: string
  descriptionAr: string
  status: 'draft' | 'active' | 'archived'
  quality: Quality
  price: number
  compareAtPrice: number | null
  cost: number
  taxRate: number
  warrantyMonths: number | null
  weightG: number
  gtin: string | null
  coreCharge: number
  orderable: boolean
  /** The product that follows this one stands right before it in the sequence. */
  isSuperseded: boolean
  createdAt: Date
  updatedAt: Date
  image: string
  popularity: number
  numbers: PartNumber[]
  attributes: DataSheet
  application?: Application
  prices: PriceChange[]
  levels: StockLevel[]
  movements: Movement[]
  sales: Sale[]
}
