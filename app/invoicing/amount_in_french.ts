const SMALL = [
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  ...['onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf'],
]
const TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante']

/**
 * An amount as it stands at the foot of an invoice: `cent vingt dinars et cinq cents millimes`.
 * @param millimes whole, not negative
 */
export function amountInFrench(millimes: number): string {
  const dinars = Math.trunc(millimes / 1000)
  const rest = millimes % 1000
  const whole = counted(dinars, 'dinar')
  return rest === 0 ? whole : `${whole} et ${counted(rest, 'millime')}`
}

function counted(count: number, unit: string): string {
  // « un million de dinars », but « un million deux cents dinars ».
  const of = count >= 1_000_000 && count % 1_000_000 === 0 ? 'de ' : ''
  return `${numberInWords(count)} ${of}${unit}${count >= 2 ? 's' : ''}`
}

/** A whole number in French, below a billion of billions. */
function numberInWords(count: number): string {
  if (count < 1000) return belowThousand(count, true)
  const words = [
    ...scale(Math.trunc(count / 1_000_000_000), 'milliard'),
    ...scale(Math.trunc(count / 1_000_000) % 1000, 'million'),
    ...thousands(Math.trunc(count / 1000) % 1000),
  ]
  const rest = count % 1000
  return [...words, ...(rest ? [belowThousand(rest, true)] : [])].join(' ')
}

/** Millions are nouns: they take an s, and let cents and vingts keep theirs. */
const scale = (count: number, noun: string) =>
  count === 0 ? [] : [`${numberInWords(count)} ${noun}${count > 1 ? 's' : ''}`]

function thousands(count: number): string[] {
  if (count === 0) return []
  return [count === 1 ? 'mille' : `${belowThousand(count, false)} mille`]
}

/** @param isLast nothing follows: `deux cents`, but `deux cent mille` */
function belowThousand(count: number, isLast: boolean): string {
  const hundreds = Math.trunc(count / 100)
  const rest = count % 100
  if (hundreds === 0) return belowHundred(rest, isLast)
  const cent = hundreds === 1 ? 'cent' : `${SMALL[hundreds]} cent`
  if (rest === 0) return hundreds > 1 && isLast ? `${cent}s` : cent
  return `${cent} ${belowHundred(rest, isLast)}`
}

function belowHundred(count: number, isLast: boolean): string {
  if (count < 20) return SMALL[count]
  if (count >= 80) {
    return count === 80 ? `quatre-vingt${isLast ? 's' : ''}` : `quatre-vingt-${SMALL[count - 80]}`
  }
  const tens = TENS[Math.min(6, Math.trunc(count / 10))]
  const rest = count < 70 ? count % 10 : count - 60
  if (rest === 0) return tens
  return rest === 1 || rest === 11 ? `${tens} et ${SMALL[rest]}` : `${tens}-${SMALL[rest]}`
}
