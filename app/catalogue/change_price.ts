import type Product from '#app/catalogue/product'
import { updateProduct } from '#app/catalogue/write_product'
import type StaffMember from '#app/staff/staff_member'

/** A manual price change: the database writes who, when and why beside it. `price` in millimes. */
export function changePrice(
  productId: number,
  { price, reason }: { price: number; reason: string },
  member: StaffMember
): Promise<Product> {
  return updateProduct(productId, { price }, { actor: member.actor, reason })
}
