/** A thing that is counted: alone, two, three to ten, and eleven and more of it. All of them are masculine. */
type Noun = { one: string; two: string; few: string; many: string }

const DINAR: Noun = { one: 'دينار', two: 'ديناران', few: 'دنانير', many: 'دينارا' }
const MILLIME: Noun = { one: 'مليم', two: 'مليمان', few: 'مليمات', many: 'مليما' }
const SCALES: { size: number; noun: Noun }[] = [
  {
    size: 1_000_000_000,
    noun: { one: 'مليار', two: 'ملياران', few: 'مليارات', many: 'مليارا' },
  },
  { size: 1_000_000, noun: { one: 'مليون', two: 'مليونان', few: 'ملايين', many: 'مليونا' } },
  { size: 1_000, noun: { one: 'ألف', two: 'ألفان', few: 'آلاف', many: 'ألفا' } },
]

const UNITS = [
  ...['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
  ...['أحد عشر', 'اثنا عشر'],
]
const TENS = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون']
const HUNDREDS = [
  ...['', 'مائة', 'مائتان', 'ثلاثمائة', 'أربعمائة', 'خمسمائة', 'ستمائة', 'سبعمائة'],
  ...['ثمانمائة', 'تسعمائة'],
]

const AND = ' و'

/**
 * An amount as it stands at the foot of an invoice in Arabic: `مائة وعشرون دينارا وخمسمائة مليم`.
 * @param millimes whole, not negative
 */
export function amountInArabic(millimes: number): string {
  const dinars = Math.trunc(millimes / 1000)
  const rest = millimes % 1000
  if (dinars === 0 && rest === 0) return `صفر ${DINAR.one}`
  const parts = [
    ...(dinars > 0 ? [counted(dinars, DINAR)] : []),
    ...(rest > 0 ? [counted(rest, MILLIME)] : []),
  ]
  return parts.join(AND)
}

/** The noun follows the last two digits; one and two of a thing are said by its form. */
function counted(count: number, noun: Noun): string {
  if (count === 1) return `${noun.one} واحد`
  if (count === 2) return noun.two
  // Before what they count, two hundred and two thousand lose their n: `ألفا دينار`.
  const number = count % 100 === 0 ? inArabic(count).replace(/ان$/, 'ا') : inArabic(count)
  return `${number} ${formOf(count, noun)}`
}

function formOf(count: number, noun: Noun): string {
  const last = count % 100
  if (last >= 3 && last <= 10) return noun.few
  return last >= 11 ? noun.many : noun.one
}

function inArabic(count: number): string {
  let rest = count
  const parts: string[] = []
  for (const { size, noun } of SCALES) {
    const times = Math.trunc(rest / size)
    rest %= size
    if (times === 1) parts.push(noun.one)
    else if (times > 1) parts.push(counted(times, noun))
  }
  if (rest > 0) parts.push(belowThousand(rest))
  return parts.join(AND)
}

function belowThousand(count: number): string {
  const [hundreds, rest] = [Math.trunc(count / 100), count % 100]
  const parts = [
    ...(hundreds > 0 ? [HUNDREDS[hundreds]] : []),
    ...(rest > 0 ? [belowHundred(rest)] : []),
  ]
  return parts.join(AND)
}

function belowHundred(count: number): string {
  if (count <= 12) return UNITS[count]
  if (count < 20) return `${UNITS[count - 10]} عشر`
  const [tens, units] = [Math.trunc(count / 10), count % 10]
  return units > 0 ? `${UNITS[units]}${AND}${TENS[tens]}` : TENS[tens]
}
