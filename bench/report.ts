/** One measured run of a job. CPU in seconds, times in milliseconds. */
export type Sample = {
  job: string
  state: string
  requests: number
  errors: number
  firstError?: string
  perSecond: number
  p50: number
  p95: number
  p99: number
  webCpu: number
  databaseCpu: number
  webBytes: number
  /** Sequential scans of tables with more than 10,000 rows. */
  fullScans: number
  note?: string
}

/** A figure beside the limit it has to keep, or the goal it has to reach. */
export type Verdict = { what: string; measured: number; unit: string } & (
  { limit: number } | { atLeast: number }
)

const COLUMNS = [
  'job',
  'state',
  'requests',
  'errors',
  'req/s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'req/CPU-s',
  'CPU s/1000 (web + pg)',
  'RSS MB',
  'full scans',
]

/** The samples as a Markdown table. */
export function sampleTable(samples: Sample[]): string {
  return table(
    COLUMNS,
    samples.map((sample) => {
      const { webCpu, databaseCpu, requests } = sample
      const per1000 = (cpu: number) => ((cpu / requests) * 1000).toFixed(3)
      return [
        sample.job,
        sample.state,
        requests,
        sample.errors,
        sample.perSecond.toFixed(0),
        ...[sample.p50, sample.p95, sample.p99].map((ms) => ms.toFixed(1)),
        (requests / (webCpu + databaseCpu)).toFixed(0),
        `${per1000(webCpu + databaseCpu)} (${per1000(webCpu)} + ${per1000(databaseCpu)})`,
        megabytes(sample.webBytes).toFixed(0),
        sample.fullScans,
      ]
    })
  )
}

/** The budgets as a Markdown table: kept or missed. */
export function verdictTable(verdicts: Verdict[]): string {
  return table(
    ['budget', 'limit', 'measured', ''],
    verdicts.map((verdict) => [
      verdict.what,
      'limit' in verdict
        ? `${verdict.limit} ${verdict.unit}`
        : `at least ${verdict.atLeast} ${verdict.unit}`,
      `${verdict.measured.toFixed(1)} ${verdict.unit}`,
      isKept(verdict) ? 'kept' : 'MISSED',
    ])
  )
}

export const isKept = (verdict: Verdict) =>
  'limit' in verdict ? verdict.measured <= verdict.limit : verdict.measured >= verdict.atLeast

export const megabytes = (bytes: number) => bytes / 1_048_576

function table(headers: string[], rows: (string | number)[][]): string {
  const lines = [headers, headers.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
