import db from '@adonisjs/lucid/services/db'
import { DEMO } from '#app/demo/trade/demo_acting'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { Address } from '#app/tunisia/address'
import { readAddress } from '#app/tunisia/read_address'

/** Somebody who buys in the demo, under a name of their own or as a guest. */
export type DemoBuyer = {
  customerId: number | null
  groupId: number | null
  locale: 'fr' | 'ar'
  address: Address
}

type Invented = {
  fullName: string
  /** Of the account; a guest has none. */
  email?: string
  isGarage?: boolean
  locale?: 'ar'
  place: [governorate: string, delegation: string, address: string]
}

const INVENTED: Invented[] = [
  { fullName: 'Sonia Trabelsi', place: ['Sfax', 'Sakiet Ezzit', '14, rue des Oliviers'] },
  {
    fullName: 'Garage El Amen',
    email: 'el-amen@garage.example',
    isGarage: true,
    place: ['Sfax', 'Thyna', 'Route de Gabès km 5'],
  },
  { fullName: 'Mehdi Jaziri', place: ['Tunis', 'La Marsa', '3, avenue de la Plage'] },
  {
    fullName: 'رياض الغربي',
    locale: 'ar',
    place: ['Gabès', 'Gabès Sud', 'حي المنارة'],
  },
  {
    fullName: 'Ines Chaabane',
    email: 'ines@client.example',
    place: ['Sousse', 'Hammam Sousse', '27, rue du Jasmin'],
  },
  { fullName: 'Walid Mansouri', place: ['Nabeul', 'Hammamet', '8, rue Ibn Khaldoun'] },
  {
    fullName: 'منى البجاوي',
    email: 'mouna@client.example',
    locale: 'ar',
    place: ['Monastir', 'Moknine', 'نهج الحرية، عدد 5'],
  },
  { fullName: 'Atelier Carthage', place: ['Ariana', 'La Soukra', 'Zone industrielle, lot 12'] },
]

/** Writes the accounts of those who have one; who has been there before stays. */
export async function writeBuyers(groupId: number): Promise<DemoBuyer[]> {
  const known = await writeAccounts(groupId)
  return INVENTED.map(({ fullName, email, isGarage, locale, place }, nth) => ({
    ...{ customerId: (email && known.get(email)) || null, groupId: isGarage ? groupId : null },
    ...{ locale: locale ?? 'fr', address: addressOf(fullName, place, nth) },
  }))
}

function writeAccounts(groupId: number): Promise<Map<string, number>> {
  const accounts = INVENTED.flatMap((one, nth) =>
    one.email
      ? [
          {
            ...{
              name: one.fullName,
              email: one.email,
              phone: phoneOf(nth),
              locale: one.locale ?? 'fr',
            },
            group: one.isGarage ? groupId : null,
          },
        ]
      : []
  )
  return db.transaction(async (trx) => {
    await actAs(trx, DEMO)
    await sql(
      `insert into customers (full_name, email, phone, locale, customer_group_id)
       select name, email, phone, locale, "group"
       from jsonb_to_recordset($1) as a (name text, email text, phone text, locale text, "group" int)
       on conflict (email) do nothing`,
      [JSON.stringify(accounts)],
      trx
    )
    const rows = await sql<{ id: number; email: string }>(
      'select id, email from customers where email = any ($1)',
      [accounts.map(({ email }) => email)],
      trx
    )
    return new Map(rows.map(({ id, email }) => [email, id]))
  })
}

const phoneOf = (nth: number) => `+216${20_110_000 + nth * 1_013}`

const addressOf = (fullName: string, place: Invented['place'], nth: number) =>
  readAddress({
    ...{ fullName, phone: phoneOf(nth) },
    ...{ governorate: place[0], delegation: place[1], address: place[2] },
  })
