import { Gauge } from 'prom-client'
import { definedInvariants } from '#app/platform/invariants/invariant'
import { registry } from '#app/platform/observability/metrics'
import '#start/invariants'

const brokenGauge = new Gauge({
  name: 'invariants_broken',
  help: 'What breaks the books, when they were last checked',
  labelNames: ['invariant'],
  registers: [registry],
})

/** What was found about one invariant: nothing when it holds. */
export type Finding = { name: string; broken: string[] }

/** Proves the books, one invariant after the other. */
export async function checkInvariants(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { name, broken } of definedInvariants())
    findings.push({ name, broken: await broken() })
  for (const { name, broken } of findings) brokenGauge.set({ invariant: name }, broken.length)
  return findings
}
