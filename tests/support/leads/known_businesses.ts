import type { Finding, Segment } from '#app/prospector/sources/finding'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { GOVERNORATE_CENTRES } from '#app/tunisia/governorate_centres'

/** A finding, and which business it really is of. */
export type KnownFinding = { business: number; finding: Finding }

/** Names as both scripts write them; invented by combination. */
const NAMES: [french: string, arabic: string][] = [
  ['Ben Salah', 'بن صالح'],
  ['Trabelsi', 'الطرابلسي'],
  ['Jlassi', 'الجلاصي'],
  ['El Amel', 'الأمل'],
  ['Ennour', 'النور'],
  ['Mabrouk', 'مبروك'],
  ['Bouazizi', 'البوعزيزي'],
  ['Gharbi', 'الغربي'],
  ['Chebbi', 'الشابي'],
  ['Hammami', 'الهمامي'],
  ['Khelifi', 'الخليفي'],
  ['Mansouri', 'المنصوري'],
  ['Ayari', 'العياري'],
  ['Dridi', 'الدريدي'],
  ['Saidi', 'السعيدي'],
  ['Zouari', 'الزواري'],
  ['Kefi', 'الكافي'],
  ['Bizertin', 'البنزرتي'],
  ['Nasri', 'النصري'],
  ['Ferchichi', 'الفرشيشي'],
  ['Rekik', 'الرقيق'],
  ['Karoui', 'القروي'],
  ['Mathlouthi', 'المثلوثي'],
  ['Ouertani', 'الورتاني'],
  ['Belhadj', 'بالحاج'],
  ['Sassi', 'الساسي'],
  ['Toumi', 'التومي'],
  ['Yahyaoui', 'اليحياوي'],
  ['Zitouni', 'الزيتوني'],
  ['Firas', 'فراس'],
]
const FIRST: [french: string, arabic: string][] = [
  ['Mohamed', 'محمد'],
  ['Sami', 'سامي'],
  ['Karim', 'كريم'],
  ['Walid', 'وليد'],
  ['Nabil', 'نبيل'],
  ['Hedi', 'الهادي'],
  ['Ridha', 'رضا'],
  ['Slim', 'سليم'],
  ['Anis', 'أنيس'],
  ['Fethi', 'فتحي'],
  ['Mourad', 'مراد'],
  ['Lotfi', 'لطفي'],
]
const KINDS: [segment: Segment, french: string[], arabic: string[]][] = [
  ['garage', ['Garage', 'Garage Auto', 'Atelier mécanique'], ['كراج', 'ورشة ميكانيك']],
  ['reseller', ['Pièces Auto', 'Pièces de rechange'], ['قطع غيار']],
  ['fleet', ['Location Voitures', 'Rent a Car'], ['كراء سيارات']],
  ['driving_school', ['Auto-école', 'Auto école'], ['مدرسة سياقة']],
]

/** Numbers that look like chance and are the same every time. */
export function seeded(seed: number) {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const upTo = (count: number) => Math.floor(next() * count)
  return {
    next,
    upTo,
    chance: (share: number) => next() < share,
    pick: <One>(all: readonly One[]) => all[upTo(all.length)],
  }
}
type Random = ReturnType<typeof seeded>

type Business = {
  id: number
  kind: (typeof KINDS)[number]
  first: (typeof FIRST)[number] | null
  family: (typeof NAMES)[number]
  phone: string
  email: string | null
  website: string | null
  taxId: string | null
  governorate: string
  delegation: string
  location: { latitude: number; longitude: number }
}

/**
 * Findings of businesses whose identity is known: one to four of each, from several sources, with misspelt names,
 * names in the other script, telephones that were changed or are another's now, places that are off by some
 * metres or missing, and chains of up to twelve sites that share a name, a domain, a matricule and here and
 * there a switchboard.
 */
export function knownFindings(businesses: number, seed: number): KnownFinding[] {
  const random = seeded(seed)
  const all: Business[] = []
  while (all.length < businesses) {
    const one = business(all.length, random)
    all.push(one)
    if (random.chance(0.06)) all.push(...sitesOf(one, all.length, random))
  }
  const given = all.map(({ phone }) => phone)
  const findings = all.flatMap((one) =>
    Array.from({ length: 1 + random.upTo(4) }, (_, nth) => ({
      business: one.id,
      finding: findingOf(one, nth, given, random),
    }))
  )
  for (let at = findings.length - 1; at > 0; at--) {
    const other = random.upTo(at + 1)
    ;[findings[at], findings[other]] = [findings[other], findings[at]]
  }
  return findings
}

function business(id: number, random: Random): Business {
  const kind = random.pick(KINDS)
  const [first, family] = [random.chance(0.6) ? random.pick(FIRST) : null, random.pick(NAMES)]
  const word = `${first?.[0] ?? ''}${family[0]}`.toLowerCase().replaceAll(' ', '')
  const own = random.chance(0.35) ? `${word}${id}.tn` : null
  return {
    ...{ id, kind, first, family, phone: newPhone(random) },
    email: random.chance(0.4) ? `contact@${own ?? `${word}${id}.example`}` : null,
    website: own ? `https://www.${own}/` : null,
    taxId: random.chance(0.25) ? taxIdOf(random) : null,
    ...placed(random),
  }
}

/** Sites of a chain: one firm in several towns, sometimes twice in one. */
function sitesOf(first: Business, from: number, random: Random): Business[] {
  const domain = `chaine${first.id}.tn`
  const firm = { website: `https://${domain}/`, taxId: taxIdOf(random), email: `contact@${domain}` }
  const isCalledAtOneDesk = random.chance(0.3)
  Object.assign(first, firm)
  return Array.from({ length: 2 + random.upTo(10) }, (_, nth) => ({
    ...{ ...first, id: from + nth, phone: isCalledAtOneDesk ? first.phone : newPhone(random) },
    ...placed(random),
  }))
}

function placed(random: Random) {
  const { code: governorate, delegations } = random.pick(GOVERNORATES)
  const centre = GOVERNORATE_CENTRES[governorate]
  const at = random.upTo(delegations.length)
  const angle = (at / delegations.length) * 2 * Math.PI
  return {
    governorate,
    delegation: delegations[at].nameFr,
    location: {
      latitude: centre.latitude + 0.15 * Math.sin(angle) + (random.next() - 0.5) * 0.06,
      longitude: centre.longitude + 0.15 * Math.cos(angle) + (random.next() - 0.5) * 0.06,
    },
  }
}

const newPhone = (random: Random) =>
  `+216${random.pick(['20', '22', '24', '50', '52', '98', '99', '71', '73', '74'])}${String(100_000 + random.upTo(900_000))}`

const taxIdOf = (random: Random) => {
  const digits = String(random.upTo(9_999_999)).padStart(7, '0')
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (7 - at), 0)
  return digits + 'ABCDEFGHJKLMNPQRSTVWXYZ'[sum % 23]
}

function findingOf(one: Business, nth: number, phones: string[], random: Random): Finding {
  const source = nth === 0 ? 'places' : random.pick(['website', 'csv', 'manual', 'places'] as const)
  const isArabic = random.chance(0.35)
  // A tenth tells a number that was given up; of those some are somebody else's by now.
  const phone = random.chance(0.9)
    ? one.phone
    : random.chance(0.25)
      ? random.pick(phones)
      : newPhone(random)
  const metres = random.pick([0, 15, 40, 80]) / 111_000
  return {
    ...{ source, key: `${source}-${one.id}-${nth}`, segment: one.kind[0] },
    name: nameOf(one, isArabic, random),
    phones: random.chance(0.85) ? [phone] : [],
    emails: one.email && random.chance(0.5) ? [one.email] : [],
    website: one.website && (source === 'website' || random.chance(0.5)) ? one.website : null,
    address: null,
    governorate: one.governorate,
    delegation: random.chance(0.8) ? one.delegation : null,
    locality: null,
    location:
      source === 'places' || random.chance(0.4)
        ? {
            latitude: one.location.latitude + (random.next() - 0.5) * 2 * metres,
            longitude: one.location.longitude + (random.next() - 0.5) * 2 * metres,
          }
        : null,
    taxId: one.taxId && random.chance(0.5) ? one.taxId : null,
    ...{ makes: [], brands: [], signs: {} },
    ...{ seenAt: new Date(), evidence: [], expiresAt: null },
  }
}

function nameOf({ kind, first, family }: Business, isArabic: boolean, random: Random): string {
  const script = isArabic ? 1 : 0
  const [, french, arabic] = kind
  const words = [random.pick(isArabic ? arabic : french), first?.[script], family[script]]
  const name = words.filter(Boolean).join(' ')
  if (isArabic) return random.chance(0.1) ? misspelt(name, random) : name
  const dressed = random.chance(0.2)
    ? `Sté ${name}`
    : random.chance(0.2)
      ? name.toUpperCase()
      : name
  return random.chance(0.25) ? misspelt(dressed, random) : dressed
}

/** One letter doubled, left out or swapped with its neighbour, somewhere behind the first word. */
function misspelt(name: string, random: Random): string {
  const from = name.indexOf(' ') + 2
  const at = from + random.upTo(Math.max(1, name.length - from - 1))
  const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)]
  if (random.chance(0.34)) return before + letter + letter + after
  if (random.chance(0.5)) return before + after
  return before + (after[0] ?? '') + letter + after.slice(1)
}
