import { decodeSafely } from '#app/prospector/reader/phones_in_text'

const PLAIN = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@-])/gi
const AT = String.raw`\s*[[({<]\s*(?:at|arobase|arobas|@|a|chez)\s*[\])}>]\s*|\s+(?:arobase|arobas)\s+|\s+@\s*|\s*@\s+`
const DOT = String.raw`\s*[[({<]\s*(?:dot|point|\.)\s*[\])}>]\s*|\s+(?:dot|point)\s+|\.`
const HIDDEN = new RegExp(
  String.raw`(?<![\w.+-])([\w.+-]{1,64})(?:${AT})((?:[a-z0-9-]{1,63}(?:${DOT})){1,4}[a-z]{2,24})(?![\w-])`,
  'gi'
)
/** What forms show as an example, and what templates leave behind. */
const PLACEHOLDER =
  /^(?:votre|your|you|vous|exemple|example|name|nom|prenom|user|username|john|jane|email|mail|adresse|test|xxx)[\w.-]*@|@(?:[a-z0-9-]+\.)*(?:example|exemple|domaine?|site|email|mail|company|abc|test|acme(?:inc|corp)?|sentry(?:-next)?\.\w*|wixpress|2x|3x|(?:my|your|mon|votre)-?(?:site|domaine?|company|entreprise|societe|email|website|store|shop))\.(?:com|fr|tn|org|net|io)$|@(?:[a-z0-9-]+\.)*(?:sentry|wixpress)\b|\.(?:png|jpe?g|gif|svg|webp|avif|js|css|ico)$/i
const LONGEST = 254

/** Addresses of mail in a text, in small letters, those written `contact [at] x.tn` included. */
export function emailsInText(text: string): string[] {
  const hidden = [...text.matchAll(HIDDEN)].map(
    ([, name, domain]) => `${name}@${plainDomain(domain)}`
  )
  const plain = [...text.matchAll(PLAIN)].map(([email]) => email)
  return [...new Set([...plain, ...hidden].map(cleanEmail))].filter(isEmail)
}

/** The address of a `mailto:` link, or of structured data. */
export function writtenEmails(written: string): string[] {
  const [addresses] = decodeSafely(written).split('?')
  return addresses
    .split(/[,;\s]+/)
    .map(cleanEmail)
    .filter(isEmail)
}

export const cleanEmail = (email: string) =>
  email
    .trim()
    .replace(/^[.<"']{1,9}|[.>"',;]{1,9}$/g, '')
    .toLowerCase()

const plainDomain = (domain: string) => domain.replace(new RegExp(DOT, 'gi'), '.')

const isEmail = (email: string) =>
  email.length <= LONGEST &&
  /^[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}$/.test(email) &&
  !email.includes('..') &&
  !PLACEHOLDER.test(email)
