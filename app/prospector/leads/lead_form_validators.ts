import vine from '@vinejs/vine'
import { day, digits, id, personName, text } from '#app/platform/http/input'
import { readTaxId } from '#app/invoicing/tax_id'
import { GOVERNORATE_CODES } from '#app/prospector/leads/lead_validators'
import { CONTACT_OUTCOMES, CONTACT_WAYS } from '#app/prospector/leads/log_contact'
import { LEAD_STATUSES } from '#app/prospector/leads/lead_status'
import { RULE_NAMES, RULES, type RuleName } from '#app/prospector/score/rules'
import { SEGMENTS } from '#app/prospector/sources/finding'
import { tunisianPhone } from '#app/tunisia/phone'

const notes = () => text({ max: 2_000 })

const isPhone = vine.createRule(
  (value, _, field) => {
    const phone = typeof value === 'string' ? tunisianPhone(value) : undefined
    if (!phone)
      return field.report('The {{ field }} field must be a telephone number', 'phone', field)
    field.mutate(phone, field)
  },
  { name: 'phone' }
)
const phone = () => text({ max: 40 }).use(isPhone())

const isTaxId = vine.createRule(
  (value, _, field) => {
    const taxId = typeof value === 'string' ? readTaxId(value) : undefined
    if (!taxId)
      return field.report('The {{ field }} field must be a matricule fiscal', 'tax_id', field)
    field.mutate(taxId, field)
  },
  { name: 'tax_id' }
)

/** A business as somebody types it. */
export const leadFormValidator = vine.create({
  name: text({ max: 200 }),
  segment: vine.enum(SEGMENTS),
  phone: phone().optional(),
  email: text({ max: 254 }).email().optional(),
  website: text({ max: 500 })
    .url({ require_protocol: false, protocols: ['http', 'https'] })
    .optional(),
  address: text({ max: 500 }).optional(),
  governorate: vine.enum(GOVERNORATE_CODES).optional(),
  delegation: text({ max: 80 }).optional(),
  taxId: text({ max: 40 }).use(isTaxId()).optional(),
})

export const moveFormValidator = vine.create({
  status: vine.enum(LEAD_STATUSES),
  notes: notes().optional(),
})
export const noteFormValidator = vine.create({ notes: notes() })
export const contactFormValidator = vine.create({
  by: vine.enum(CONTACT_WAYS),
  outcome: vine.enum(CONTACT_OUTCOMES),
  contactNotes: notes().optional(),
})
export const taskFormValidator = vine.create({ what: text({ max: 200 }), dueOn: day() })
export const taskPlaceValidator = vine.create({ id: id(), taskId: id() })
export const optOutFormValidator = vine.create({ reason: text({ max: 500 }).optional() })
export const conversionFormValidator = vine.create({
  fullName: personName(),
  customerEmail: text({ max: 254 }).email(),
  customerPhone: phone().optional(),
})
export const mergeFormValidator = vine.create({ from: id() })
export const pairValidator = vine.create({ id: id(), otherId: id() })
export const routeValidator = vine.create({ day: day().optional() })

type RuleFields = Record<RuleName, ReturnType<typeof digits>>

const ruleFields = () =>
  Object.fromEntries(
    RULE_NAMES.map((name) => [name, digits({ min: 0, max: RULES[name].most })])
  ) as RuleFields

/** All rules, as the form sends them. */
export const rulesFormValidator = vine.create(ruleFields())

/** Rules to try out; those that are not there stay as they are. */
export const triedRulesValidator = vine.create(
  Object.fromEntries(
    Object.entries(ruleFields()).map(([name, field]) => [name, field.optional()])
  ) as { [Name in RuleName]: ReturnType<RuleFields[Name]['optional']> }
)
