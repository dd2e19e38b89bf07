import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reconcileRemittance } from '#app/fulfilment/remittances/reconcile_remittance'
import { remittanceQuery } from '#app/fulfilment/remittances/remittances_query'
import { newTracking, sentParcel } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'

/** A remittance that pays too little for a parcel, and that line. */
export async function shortRemittance() {
  const { trackingNumber } = await sentParcel()
  const folder = await mkdtemp(join(tmpdir(), 'shop-test-'))
  const path = join(folder, 'bv.csv')
  await writeFile(path, `tracking,amount\n${trackingNumber},0.500\n`)
  const paper = { carrier: 'Aramex', document: newTracking(), path, fileName: 'bv.csv' }
  const id = await reconcileRemittance(paper, TESTING)
  await rm(folder, { recursive: true })
  const { lines } = await remittanceQuery(id)
  return { id, lineId: lines[0].id }
}
