import { GUEST } from '#app/customers/guest'

/** Who orders: nobody we know by name, or a customer. */
export type Buyer = { customerId: number | null; email: string | null }

/** How a buyer appears in histories. */
export const actorOf = ({ customerId }: Buyer) =>
  customerId === null ? GUEST : `customer:${customerId}`
