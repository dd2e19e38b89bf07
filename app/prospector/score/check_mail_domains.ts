import { Resolver } from 'node:dns/promises'
import { sql } from '#app/platform/database/sql'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

const MOST = 200
const AGAIN_AFTER = '30 days'
/** What a name server says of a domain that takes no mail; anything else says nothing about it. */
const NO_MAIL = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Asks which domains of leads take mail, once a month for each, and scores their leads anew. A name server that does
 * not answer is asked again the next time. Returns how many domains are known now that were not.
 */
export async function checkMailDomains(
  resolver = new Resolver({ timeout: 2_000, tries: 2 })
): Promise<number> {
  const domains = await sql<{ domain: string }>(
    `select distinct split_part(value, '@', 2) as domain from lead_keys k
     where kind = 'email' and not exists (
       select from mail_domains d
       where d.domain = split_part(k.value, '@', 2) and d.checked_at > now() - interval '${AGAIN_AFTER}')
     order by 1 limit ${MOST}`
  )
  let known = 0
  for (const { domain } of domains) {
    const accepts = await takesMail(domain, resolver)
    if (accepts === undefined) continue
    await remember(domain, accepts)
    known += 1
  }
  return known
}

/** Undefined when nobody could tell. */
async function takesMail(domain: string, resolver: Resolver): Promise<boolean | undefined> {
  try {
    const exchanges = await resolver.resolveMx(domain)
    // A single exchange without a name says that there is none (RFC 7505).
    return exchanges.some(({ exchange }) => exchange !== '')
  } catch (error) {
    return NO_MAIL.has((error as NodeJS.ErrnoException).code ?? '') ? false : undefined
  }
}

async function remember(domain: string, accepts: boolean) {
  await sql(
    `insert into mail_domains (domain, accepts) values ($1, $2)
     on conflict (domain) do update set accepts = excluded.accepts, checked_at = now()`,
    [domain, accepts]
  )
  const leads = await sql<{ id: number }>(
    `select distinct lead_id as id from lead_keys where kind = 'email' and value like '%@' || $1`,
    [domain]
  )
  await rescoreLeads(leads.map(({ id }) => id))
}
