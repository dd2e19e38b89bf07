import CustomerAddress from '#app/customers/customer_address'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { addressAnswer } from '#app/customers/customer_transformer'
import { customerRowQuery } from '#app/customers/customers_query'
import { ownGarage } from '#app/customers/own_garage'

/** What a feature keeps of a person, as that person gets to see it. */
export interface PersonalData {
  key: string
  of(customerId: number): Promise<unknown>
}

const kept: PersonalData[] = []

/** Adds what a feature keeps to what a person is told: see `start/personal_data.ts`. */
export function keepsPersonalData(data: PersonalData): void {
  kept.push(data)
}

/** All that is kept of a customer, by what keeps it. Throws a 404. */
export async function personalDataOf(customerId: number): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {}
  for (const { key, of } of kept) told[key] = await of(customerId)
  return told
}

keepsPersonalData({
  key: 'account',
  async of(customerId) {
    const { group, groupName, ...account } = await customerRowQuery(customerId)
    return { ...account, customerGroup: group && { code: group, name: groupName } }
  },
})

keepsPersonalData({
  key: 'addresses',
  async of(customerId) {
    const addresses = await CustomerAddress.query().where('customerId', customerId).orderBy('id')
    return addresses.map((address) => addressAnswer(address, 'fr'))
  },
})

keepsPersonalData({ key: 'vehicles', of: ownGarage })
keepsPersonalData({ key: 'logins', of: (customerId) => loginsOfCustomers.list(customerId) })
