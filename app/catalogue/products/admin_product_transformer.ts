import { attributeValuesQuery } from '#app/catalogue/attributes/attribute_values_query'
import type Product from '#app/catalogue/products/product'
import type { PriceChange } from '#app/catalogue/prices/price_history_query'
import { money, moneyOrNull } from '#app/money/money'
import type StaffMember from '#app/staff/members/staff_member'

/** Products as staff see them; what they cost only for those who may know. */
export async function adminProducts(products: Product[], member: StaffMember) {
  const said = await attributeValuesQuery(products.map(({ id }) => id))
  return products.map((product) => ({
    ...item(product, member),
    attributes: said.get(product.id) ?? {},
  }))
}

export async function adminProduct(product: Product, member: StaffMember) {
  const [shown] = await adminProducts([product], member)
  return shown
}

function item(product: Product, member: StaffMember) {
  return {
    id: product.id,
    sku: product.sku,
    slug: product.slug,
    name: product.nameFr,
    nameAr: product.nameAr ?? null,
    brand: { slug: product.brand.slug, name: product.brand.name },
    category: product.category
      ? { slug: product.category.slug, name: product.category.nameFr }
      : null,
    mpn: product.mpn ?? null,
    description: product.descriptionFr ?? null,
    descriptionAr: product.descriptionAr ?? null,
    status: product.status,
    quality: product.quality,
    price: moneyOrNull(product.price ?? null),
    compareAtPrice: moneyOrNull(product.compareAtPrice ?? null),
    ...(member.may('costs:read') && { cost: moneyOrNull(product.cost ?? null) }),
    taxRate: product.taxRate,
    warrantyMonths: product.warrantyMonths ?? null,
    weightG: product.weightG ?? null,
    gtin: product.gtin ?? null,
    coreCharge: money(product.coreCharge),
    orderable: product.orderable,
    minQuantity: product.minQuantity,
    packSize: product.packSize,
    supersededBy: product.successor?.sku ?? null,
    version: product.version,
    createdAt: product.createdAt.toUTC().toISO(),
    updatedAt: product.updatedAt.toUTC().toISO(),
  }
}

/** One entry of the price history. */
export function priceChangeItem(change: PriceChange, member: StaffMember) {
  return {
    id: change.id,
    at: change.at.toISOString(),
    oldPrice: moneyOrNull(change.oldPrice),
    newPrice: moneyOrNull(change.newPrice),
    ...(member.may('costs:read') && {
      oldCost: moneyOrNull(change.oldCost),
      newCost: moneyOrNull(change.newCost),
    }),
    actor: change.actor,
    reason: change.reason,
    importId: change.importId,
  }
}
