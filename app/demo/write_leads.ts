import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Random } from '#app/demo/random'
import { sql } from '#app/platform/database/sql'
import { noteEvent } from '#app/prospector/leads/note_event'
import { takeFindingIn } from '#app/prospector/leads/take_finding'
import { moveLead } from '#app/prospector/leads/move_lead'
import type { LeadStatus } from '#app/prospector/leads/lead_status'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'
import type { Finding, Segment } from '#app/prospector/sources/finding'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { GOVERNORATE_CENTRES } from '#app/tunisia/governorate_centres'

const COUNT = 60

/** Invented: first names and words, no business that there is. */
const NAMES = [
  ...[
    'Yasmine',
    'Zitouna',
    'El Baraka',
    'Carthago',
    'Nour',
    'Horizon',
    'Sahel',
    'Olivier',
    'Étoile',
    'Amilcar',
  ],
  ...[
    'Hannibal',
    'Jasmin',
    'Palmier',
    'Corniche',
    'Médina',
    'Phénix',
    'Boussole',
    'Azur',
    'Rihana',
    'Kaouthar',
  ],
]
const KINDS: [segment: Segment, prefix: string, share: number][] = [
  ['garage', 'Garage', 5],
  ['workshop', 'Électricité auto', 3],
  ['fleet', 'Location de voitures', 3],
  ['driving_school', 'Auto-école', 2],
  ['reseller', 'Pièces auto', 2],
  ['station', 'Station', 1],
]
const MAKES = ['renault', 'peugeot', 'volkswagen', 'kia', 'hyundai', 'fiat', 'isuzu', 'toyota']
/** Around the shop first, where salespeople go. */
const REGIONS = ['TN-61', 'TN-61', 'TN-61', 'TN-53', 'TN-51', 'TN-41', 'TN-11', 'TN-81']
const STATUSES: LeadStatus[] = ['to_call', 'to_call', 'contacted', 'contacted', 'quote', 'lost']

/** Some leads at every stage, so that no page of theirs is empty. */
export async function writeLeads(
  { seed, today }: { seed: number; today: Date },
  trx: TransactionClientContract
): Promise<void> {
  const random = new Random(seed, 'leads')
  for (let nth = 0; nth < COUNT; nth++) {
    const { leadId, outcome } = await takeFindingIn(trx, findingOf(nth, random, today), {
      actor: 'demo',
    })
    if (leadId === null || outcome !== 'new' || !random.chance(0.5)) continue
    const to = STATUSES[random.integer(0, STATUSES.length - 1)]
    const data = { by: 'call', outcome: to === 'to_call' ? 'no_answer' : 'answered' }
    await noteEvent({ leadId, kind: 'contact', data, actor: 'demo' }, trx)
    await moveLead({ id: leadId, status: 'new' }, to, 'demo', trx)
    if (to !== 'lost') await plan(leadId, random, trx)
    await rescoreLeads([leadId], { trx })
  }
}

const plan = (leadId: number, random: Random, trx: TransactionClientContract) =>
  sql(
    `insert into lead_tasks (lead_id, what, due_on, actor) values ($1, $2, day_in_tunis() + $3::int, 'demo')`,
    [leadId, random.chance(0.5) ? 'Rappeler' : 'Passer avec les tarifs', random.integer(-1, 4)],
    trx
  )

function findingOf(nth: number, random: Random, seenAt: Date): Finding {
  const [segment, prefix] = kindOf(random)
  const word = NAMES[nth % NAMES.length]
  const name = `${prefix} ${word}${nth < NAMES.length ? '' : ` ${nth}`}`
  const domain = random.chance(0.5) ? `${slugOf(name)}.example` : null
  const code = REGIONS[random.integer(0, REGIONS.length - 1)]
  const { delegations } = GOVERNORATES.find((one) => one.code === code)!
  const centre = GOVERNORATE_CENTRES[code]
  return {
    ...{ source: domain ? 'website' : 'csv', key: domain ?? `demo-${nth}`, name, segment },
    phones: random.chance(0.9) ? [`+2169${String(8_000_000 + nth * 7_919)}`] : [],
    emails: domain && random.chance(0.7) ? [`contact@${domain}`] : [],
    website: domain && `https://${domain}/`,
    address: random.chance(0.7) ? `Route de l’Aéroport km ${random.integer(1, 9)}` : null,
    ...{
      governorate: code,
      delegation: delegations[random.integer(0, delegations.length - 1)].nameFr,
    },
    locality: null,
    location: {
      latitude: centre.latitude + random.between(-0.06, 0.06),
      longitude: centre.longitude + random.between(-0.06, 0.06),
    },
    ...{ taxId: null, brands: [], makes: MAKES.filter(() => random.chance(0.3)) },
    signs: {
      sites: random.chance(0.1) ? random.integer(2, 6) : undefined,
      vehicles: segment === 'fleet' ? random.integer(4, 60) : undefined,
    },
    ...{ seenAt, evidence: domain ? [`https://${domain}/contact`] : [], expiresAt: null },
  }
}

function kindOf(random: Random): [Segment, string] {
  const drawn = KINDS.flatMap(([segment, prefix, share]) =>
    Array.from({ length: share }, () => [segment, prefix] as [Segment, string])
  )
  return drawn[random.integer(0, drawn.length - 1)]
}

const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
