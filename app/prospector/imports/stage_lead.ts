import type { Fields } from '#app/imports/files/fields'
import { RowRejected } from '#app/imports/import_target'
import { limitedText } from '#app/imports/files/values'
import { readTaxId } from '#app/invoicing/tax_id'
import { foldWords } from '#app/platform/text/fold_words'
import { SEGMENTS, type Segment } from '#app/prospector/sources/finding'
import { findDelegation, findGovernorate } from '#app/tunisia/governorates'
import { tunisianPhone } from '#app/tunisia/phone'

/** What lists call what a business does, by the first word that is known. */
const WORDS: [words: RegExp, segment: Segment][] = [
  [/auto ?ecole|driving|سياقه/, 'driving_school'],
  [/location|rent|taxi|louage|transport|flotte|fleet|كراء|نقل/, 'fleet'],
  [/concession|dealer|وكاله/, 'dealer'],
  [/piece|revend|parts|reseller|قطع/, 'reseller'],
  [/station|محطه/, 'station'],
  [/administration|municip|ministere|اداره/, 'administration'],
  [/electri|toler|peinture|pneu|diagnostic|workshop|specialis/, 'workshop'],
  [/garage|mecani|atelier|كراج|ميكانيك|ورشه/, 'garage'],
]

/** A business of a list. Throws `RowRejected` for one without a name, or that says something that cannot be. */
export function stageLead(fields: Fields) {
  const name = fields.text('name')
  if (!name) throw new RowRejected('name: a business needs one')
  const governorate = governorateOf(fields.text('governorate'))
  return {
    name: limitedText('name', name, 200),
    segment: segmentOf(fields.text('segment')),
    phones: ['phone', 'phone_2'].flatMap((column) => phoneOf(column, fields.text(column))),
    email: fields.text('email')?.toLowerCase(),
    website: limitedText('website', fields.text('website') ?? '', 500) || undefined,
    address: limitedText('address', fields.text('address') ?? '', 500) || undefined,
    governorate: governorate?.code,
    delegation: delegationOf(governorate, fields.text('delegation')),
    tax_id: taxIdOf(fields.text('tax_id')),
  }
}

function segmentOf(text: string | undefined): Segment | undefined {
  if (!text) return undefined
  const folded = foldWords(text)
  const known = SEGMENTS.find((segment) => segment === text.toLowerCase())
  return known ?? WORDS.find(([words]) => words.test(folded))?.[1] ?? 'other'
}

function phoneOf(column: string, text: string | undefined): string[] {
  if (!text) return []
  const phone = tunisianPhone(text)
  if (phone) return [phone]
  throw new RowRejected(`${column}: «${text}» is no telephone number of Tunisia`)
}

function governorateOf(text: string | undefined) {
  if (!text) return undefined
  const governorate = findGovernorate(text)
  if (governorate) return governorate
  throw new RowRejected(`governorate: «${text}» is none of the 24`)
}

function delegationOf(governorate: ReturnType<typeof governorateOf>, text: string | undefined) {
  if (!governorate || !text) return undefined
  return findDelegation(governorate, text)?.nameFr
}

function taxIdOf(text: string | undefined): string | undefined {
  if (!text) return undefined
  const taxId = readTaxId(text)
  if (taxId) return taxId
  throw new RowRejected(`tax_id: «${text}» is no matricule fiscal`)
}
