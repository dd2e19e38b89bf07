import { invalid } from '#app/platform/http/invalid'
import { Problem } from '#app/platform/http/problem'

export const noComponent = (sku: string) =>
  invalid(
    'components',
    'component',
    `${sku} cannot be a component: it is unknown, the kit itself or a kit, or this product is part of a kit`
  )

/** @param numbers of orders and quotes that wait; none where it is in a checkout */
export const kitPromised = (sku: string, numbers: string[]) =>
  new Problem({
    status: 409,
    code: 'kit_promised',
    title: 'Somebody waits for this kit',
    detail: `${sku} is promised as it is made now (${numbers.join(', ') || 'in a checkout'}). Send or cancel that first.`,
    extra: { numbers },
  })

export const ownPieces = (sku: string) =>
  new Problem({
    status: 409,
    code: 'own_pieces',
    title: 'This product has pieces of its own',
    detail: `A kit has no stock but that of its components. Write off or sell the pieces of ${sku} first.`,
  })
