import { money, moneyOrNull } from '#app/money/money'
import type { remittanceQuery, RemittanceRow } from '#app/fulfilment/remittances/remittances_query'

/** What a courier has paid at once, as the API tells it. */
export const remittanceAnswer = (remittance: RemittanceRow) => ({
  id: remittance.id,
  carrier: remittance.carrier,
  document: remittance.document,
  at: remittance.at.toISOString(),
  parcels: remittance.parcels,
  differences: remittance.differences,
  amount: money(remittance.amount),
  fees: money(remittance.fees),
})

type Detail = Awaited<ReturnType<typeof remittanceQuery>>

/** With each line, and what the courier should have paid and did not. */
export const remittanceDetail = ({ lines, missing, ...remittance }: Detail) => ({
  ...remittanceAnswer(remittance),
  lines: lines.map((line) => ({
    id: line.id,
    trackingNumber: line.trackingNumber,
    orderNumber: line.orderNumber,
    amount: money(line.amount),
    fee: money(line.fee),
    expected: moneyOrNull(line.cash),
    verdict: line.verdict,
    accepted: line.accepted,
  })),
  missing: missing.map(({ trackingNumber, orderNumber, cash, since }) => ({
    ...{ trackingNumber, orderNumber, expected: money(cash), since: since.toISOString() },
  })),
})
