import type { Line, Link } from '#app/prospector/reader/page_content'
import { dialledPhone, phonesInText } from '#app/prospector/reader/phones_in_text'
import type { Structured } from '#app/prospector/reader/structured'

/** Telephones that a page tells, in data, in links and in its lines; what only faxes hear is none. */
export function phonesOfPage(links: Link[], own: Line[], businesses: Structured[]) {
  const found: { number: string; isForeign: boolean }[] = []
  const dial = (written: string) => {
    const number = dialledPhone(written)
    if (number) found.push(number)
  }
  for (const { phones } of businesses) for (const each of phones) dial(each)
  for (const { href, text } of links) {
    const written = phoneOfLink(href)
    if (written && !/fax/i.test(text)) dial(written)
  }
  const faxes: string[] = []
  const announced: string[] = []
  for (const [at, { text }] of own.entries()) {
    const inLine = phonesInText(text, own[at - 1]?.text)
    faxes.push(...inLine.faxes)
    announced.push(...inLine.announced)
    found.push(...inLine.phones.map((number) => ({ number, isForeign: false })))
    found.push(...inLine.foreign.map((number) => ({ number, isForeign: true })))
  }
  // A link may dial a fax; what is called a telephone as well is both.
  const onlyFax = new Set(faxes.filter((number) => !announced.includes(number)))
  const numbers = (isForeign: boolean) =>
    [
      ...new Set(found.filter((each) => each.isForeign === isForeign).map(({ number }) => number)),
    ].filter((number) => !onlyFax.has(number))
  return { phones: numbers(false), foreignPhones: numbers(true), faxes: [...onlyFax] }
}

/** The number that a link dials, or writes to. */
function phoneOfLink(href: string): string | undefined {
  const [, dialled] = /^(?:tel|callto|sms|whatsapp):(?:\/\/)?([^?;]+)/i.exec(href) ?? []
  if (dialled) return dialled
  const [, written] =
    /^(?:https?:)?\/\/(?:wa\.me\/|(?:api|web|www)\.whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=|whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=|viber\.me\/)((?:\+|%2B)?[\d\s().-]{7,20})/i.exec(
      href
    ) ??
    /^whatsapp:\/\/send\/?\?(?:[^#]*&)?phone=((?:\+|%2B)?\d{7,20})/i.exec(href) ??
    /^viber:\/\/(?:chat|add)\?number=((?:\+|%2B)?\d{7,20})/i.exec(href) ??
    []
  return written && (/^(?:\+|%2B)/i.test(written) ? written : `+${written.replace(/^00/, '')}`)
}
