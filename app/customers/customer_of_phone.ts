import { sql } from '#app/platform/database/sql'
import { tunisianPhone } from '#app/tunisia/phone'

/** The customer of a telephone as a desk greets them: `groupId` decides what they pay. */
type KnownCustomer = {
  id: number
  fullName: string
  groupId: number | null
  groupName: string | null
}

/** Whose telephone this is, however it is typed; nobody when several accounts have it, or none. */
export async function customerOfPhone(typed = ''): Promise<KnownCustomer | undefined> {
  const phone = tunisianPhone(typed)
  if (!phone) return undefined
  const found = await sql<KnownCustomer>(
    `select u.id, u.full_name as "fullName", u.customer_group_id as "groupId", g.name as "groupName"
     from customers u left join customer_groups g on g.id = u.customer_group_id where u.phone = $1 limit 2`,
    [phone]
  )
  return found.length === 1 ? found[0] : undefined
}
