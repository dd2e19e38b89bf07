import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Brand from '#app/catalogue/brands/brand'
import type { BrandInput, BrandPatch } from '#app/catalogue/brands/brand_validators'
import { emitBrandsRenamed } from '#app/catalogue/brands/brands_renamed'
import { slugify } from '#app/catalogue/products/product_slug'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { notFound } from '#app/platform/http/problem'

/** Adds a brand. Its address is made of its name; one that is taken is a 409. */
export function createBrand(input: BrandInput, acting: Acting): Promise<Brand> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const brand = new Brand().useTransaction(trx)
    brand.slug = slugify(input.name)
    return write(brand, input, trx)
  })
}

/** Changes a brand; its address stays, as others link to it. Throws 404. */
export function updateBrand(id: number, input: BrandPatch, acting: Acting): Promise<Brand> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const brand = await Brand.query({ client: trx }).where('id', id).forUpdate().first()
    if (!brand) throw notFound('brand')
    return write(brand, input, trx)
  })
}

/** Removes a brand that no product has; a 409 otherwise. Throws 404. */
export function deleteBrand(id: number, acting: Acting): Promise<Brand> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const brand = await Brand.query({ client: trx }).where('id', id).first()
    if (!brand) throw notFound('brand')
    await brand.delete()
    await bumpEpochs(['catalogue'], trx)
    return brand
  })
}

async function write(brand: Brand, input: BrandPatch, trx: TransactionClientContract) {
  const { name, website, description, descriptionAr } = input
  if (name !== undefined) brand.name = name
  if (website !== undefined) brand.website = website
  if (description !== undefined) brand.descriptionFr = description
  if (descriptionAr !== undefined) brand.descriptionAr = descriptionAr
  const isRenamed = brand.$isPersisted && 'name' in brand.$dirty
  await brand.save()
  if (isRenamed) await emitBrandsRenamed([brand.id], trx)
  await bumpEpochs(['catalogue'], trx)
  return brand
}
