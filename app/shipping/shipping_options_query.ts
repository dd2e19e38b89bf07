import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** A way to get an order to a governorate. `price` in millimes, tax included; days of work. */
export type ShippingOption = {
  code: string
  kind: 'delivery' | 'pickup'
  nameFr: string
  nameAr: string | null
  price: number
  daysFrom: number
  daysTo: number
}

/** The way of whoever collects in the shop: free, in every governorate. */
export const PICKUP = 'pickup'

/** Percent: carriage is taxed like most parts. */
export const SHIPPING_TAX_RATE = 19

/** What is offered in a governorate (`TN-11`), in the order of the shop. */
export function shippingOptionsQuery(
  governorate: string,
  trx?: TransactionClientContract
): Promise<ShippingOption[]> {
  return sql<ShippingOption>(
    `select o.code, o.kind, o.name_fr as "nameFr", o.name_ar as "nameAr", r.price,
       r.days_from as "daysFrom", r.days_to as "daysTo"
     from shipping_rates r join shipping_options o on o.code = r.option_code
     where r.governorate = $1 order by o.position, o.code`,
    [governorate],
    trx
  )
}

/** Every way there is, wherever it is offered, in the order of the shop. */
export const everyShippingOption = () =>
  sql<Pick<ShippingOption, 'code' | 'nameFr' | 'nameAr'>>(
    'select code, name_fr as "nameFr", name_ar as "nameAr" from shipping_options order by position, code'
  )
