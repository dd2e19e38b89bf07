import { DEMO } from '#app/demo/trade/demo_acting'
import { sql } from '#app/platform/database/sql'
import { recordTelephoneRequest, recordUnmetSearch } from '#app/search/unmet_demand'

const SEARCHED = ['turbo duster 1.5 dci', 'pare-brise symbol 2014', 'فيترة سيارة ايسوزو']
const ASKED = [
  {
    words: 'Boîte de vitesses Partner 1.6 HDi',
    contact: 'Garage El Amen',
    note: 'Occasion possible',
  },
  { words: 'Radiateur Chery Tiggo 3', contact: '20 114 052', note: null },
]

/** What people asked for in vain; a ledger that has something in it stays as it is. */
export async function writeUnmetDemand(): Promise<void> {
  const [known] = await sql('select id from unmet_demand limit 1')
  if (known) return
  for (const words of SEARCHED) await recordUnmetSearch(words)
  for (const request of ASKED) await recordTelephoneRequest(request, DEMO)
}
