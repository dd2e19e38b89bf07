import { parseArgs } from 'node:util'

const JOBS = [
  ...(['list', 'product', 'facets', 'search', 'mixed'] as const),
  ...(['cart', 'checkout', 'import', 'fitments'] as const),
]
export type JobName = (typeof JOBS)[number]

export type Options = {
  products: number
  /** So many at least; cars are drawn for what the demo shop does not have. */
  fitments: number
  jobs: JobName[]
  /** How long each sample of a closed loop takes. */
  seconds: number
}

/** Reads the command line. Throws with one line that says what to write instead. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      products: { type: 'string', default: '100000' },
      fitments: { type: 'string', default: '1' },
      jobs: { type: 'string', default: JOBS.join(',') },
      seconds: { type: 'string', default: '8' },
    },
  })
  return {
    products: positive('products', values.products),
    fitments: positive('fitments', values.fitments),
    jobs: values.jobs.split(',').map(jobName),
    seconds: positive('seconds', values.seconds),
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`--${name}=${text}: write a whole number from 1 on`)
}

function jobName(text: string): JobName {
  const job = JOBS.find((name) => name === text)
  if (job) return job
  throw new Error(`--jobs: "${text}" is none of ${JOBS.join(', ')}`)
}
