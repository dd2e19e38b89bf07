import type { BenchDatabase } from '../database.js'
import type { Sample, Verdict } from '../report.js'
import type { Shop } from '../shop.js'

export type Bench = { shop: Shop; database: BenchDatabase; seconds: number; products: number }

export type Outcome = { samples: Sample[]; verdicts: Verdict[]; notes?: string[] }

export type Job = (bench: Bench) => Promise<Outcome>
