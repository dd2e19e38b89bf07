import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { writeProductAttributes } from '#app/catalogue/attributes/write_product_attributes'
import Brand from '#app/catalogue/brands/brand'
import Category from '#app/catalogue/categories/category'
import Product from '#app/catalogue/products/product'
import { findSuccessorId } from '#app/catalogue/products/find_successor'
import { lockedProduct } from '#app/catalogue/products/locked_product'
import { productSlug, withSkuHash } from '#app/catalogue/products/product_slug'
import type { ProductInput, ProductPatch } from '#app/catalogue/products/product_validators'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { invalid } from '#app/platform/http/invalid'
import { expectVersion } from '#app/platform/http/expect_version'
import { keepIdentityNumbers } from '#app/references/identity_numbers'

/** Adds a product to the catalogue. Throws 422 for an unknown brand, category or successor, 409 for a taken SKU. */
export function createProduct(input: ProductInput, acting: Acting): Promise<Product> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const product = new Product().useTransaction(trx)
    product.slug = await freeSlug(input, trx)
    product.categoryId = null
    product.supersededById = null
    return write(product, input, trx)
  })
}

/**
 * Changes a product. `version` is the one the caller has seen: when the
 * product has moved on, nothing is written and a 412 says so.
 */
export function updateProduct(
  id: number,
  input: ProductPatch,
  acting: Acting,
  version?: number
): Promise<Product> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const product = await lockedProduct(id, trx)
    expectVersion(product, version)
    product.version += 1
    return write(product, input, trx)
  })
}

/** Takes a product out of the catalogue; its history, stock and numbers stay. */
export function deleteProduct(id: number, acting: Acting, version?: number): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const product = await lockedProduct(id, trx)
    expectVersion(product, version)
    await product.merge({ deletedAt: DateTime.now(), version: product.version + 1 }).save()
    await emitProductsChanged([product.id], trx)
  })
}

async function freeSlug({ name, sku }: ProductInput, trx: TransactionClientContract) {
  const slug = productSlug(name, sku)
  const other = await Product.findBy('slug', slug, { client: trx })
  return other ? withSkuHash(slug, sku) : slug
}

async function write(product: Product, input: ProductPatch, trx: TransactionClientContract) {
  const { brand, category, supersededBy, name, nameAr, attributes, ...rest } = input
  const { description, descriptionAr, ...columns } = rest
  const former = product.$isPersisted ? product.ownNumbers : undefined
  product.merge(columns)
  if (name !== undefined) product.nameFr = name
  if (nameAr !== undefined) product.nameAr = nameAr
  if (description !== undefined) product.descriptionFr = description
  if (descriptionAr !== undefined) product.descriptionAr = descriptionAr
  if (brand !== undefined) product.brandId = await findBrandId(brand, trx)
  if (category !== undefined) product.categoryId = await findCategoryId(category, trx)
  if (supersededBy !== undefined) {
    product.supersededById = await findSuccessorId(product, supersededBy, trx)
  }
  expectPriceWhenActive(product)
  product.publishWhenActive()
  await product.save()
  if (attributes) await writeProductAttributes(product, attributes, trx)

  await product.load('brand')
  await product.load('category')
  await product.load('successor')
  await keepIdentityNumbers(
    { ...product.ownNumbers, productId: product.id, brandName: product.brand.name },
    former,
    trx
  )
  await emitProductsChanged([product.id], trx)
  await product.refresh()
  return product
}

function expectPriceWhenActive(product: Product) {
  if (product.status !== 'active' || product.price) return
  throw invalid('price', 'required', 'An active product needs a price')
}

async function findBrandId(slug: string, trx: TransactionClientContract): Promise<number> {
  const brand = await Brand.findBy('slug', slug, { client: trx })
  if (!brand) throw invalid('brand', 'exists', 'There is no brand with this slug')
  return brand.id
}

async function findCategoryId(slug: string | null, trx: TransactionClientContract) {
  if (slug === null) return null
  const category = await Category.findBy('slug', slug, { client: trx })
  if (!category) throw invalid('category', 'exists', 'There is no category with this slug')
  return category.id
}
