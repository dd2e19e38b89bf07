import { cleanEmail, emailsInText, writtenEmails } from '#app/prospector/reader/emails_in_text'
import type { Line, Link, PageContent } from '#app/prospector/reader/page_content'
import type { Structured } from '#app/prospector/reader/structured'

/** Addresses of mail that a page tells, hidden ones too. */
export function emailsOfPage(
  content: PageContent,
  links: Link[],
  own: Line[],
  businesses: Structured[]
): string[] {
  const emails = [
    ...businesses.flatMap(({ emails: written }) => written.flatMap(writtenEmails)),
    ...links.flatMap(({ href }) => (/^mailto:/i.test(href) ? writtenEmails(href.slice(7)) : [])),
    ...content.hiddenEmails.flatMap((email) => writtenEmails(cleanEmail(email))),
    ...own.flatMap(({ text }, at) =>
      emailsInText(`${text}${restOfEmail(own[at + 1]?.text)}`.replaceAll('\t', ' '))
    ),
  ]
  return [...new Set(emails)]
}

/** Long addresses of mail go on in the next line: `contact`, `@garage.tn`. */
const restOfEmail = (next = '') => /^@[\w.-]+\.[a-z]{2,}(?=\s|$)/i.exec(next)?.[0] ?? ''
