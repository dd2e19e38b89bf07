import { takeFinding } from '#app/prospector/leads/take_finding'
import type { Finding } from '#app/prospector/sources/finding'
import { emptyTables } from '#tests/support/empty_tables'

/** Not those of a run before: whoever asked to be left alone then is left alone. */
let serial = Math.floor(Math.random() * 700_000)

/** A garage in Sfax as its own site tells of it, unlike any other unless told. */
export function finding(given: Partial<Finding> = {}): Finding {
  const nth = ++serial
  return {
    ...{ source: 'website', key: `garage-${nth}.tn`, name: `Garage ${letters(nth)}` },
    segment: 'garage',
    phones: [`+21620${String(100_000 + nth)}`],
    ...{ emails: [], website: null, address: null },
    ...{ governorate: 'TN-61', delegation: null, locality: null, location: null, taxId: null },
    ...{ makes: [], brands: [], signs: {}, seenAt: new Date(), evidence: [], expiresAt: null },
    ...given,
  }
}

/** A word of its own for each number, with nothing in common. */
function letters(nth: number): string {
  const sounds = ['ba', 'cu', 'di', 'fo', 'ja', 'ku', 'li', 'mo', 'ra', 'tu']
  return [...String(nth * 7919 + 10_000)].map((digit) => sounds[Number(digit)]).join('')
}

export async function newLead(given: Partial<Finding> = {}): Promise<number> {
  const { leadId } = await takeFinding(finding(given))
  return leadId!
}

/** Forgets all leads, and whoever asked to be left alone: telephones of tests come again. */
export async function emptyLeads(): Promise<void> {
  await emptyTables(
    ...['leads', 'lead_sources', 'lead_keys', 'lead_events', 'lead_tasks', 'lead_merges'],
    ...['lead_duplicates', 'lead_suppressions', 'lead_import_changes']
  )
}
