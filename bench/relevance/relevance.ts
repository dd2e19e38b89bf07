import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createIgnitor } from '../../bin/ignitor.js'
import { Bm25 } from './bm25.js'
import { mean, ndcg, pairedBootstrap, type Ratings } from './ndcg.js'

const DEPTH = 100
const PARTS = 4

/** Imports the products when there are none, runs every judged query, prints the table. */
export async function relevance(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      products: { type: 'string' },
      mapping: { type: 'string' },
      judgments: { type: 'string' },
      known: { type: 'string', default: '0' },
      show: { type: 'boolean', default: false },
    },
  })
  if (!values.products || !values.judgments) {
    process.stderr.write('--products=FILE and --judgments=FILE are needed\n')
    return 1
  }
  await boot()
  await fill(values.products, values.mapping)
  const judgments = readJudgments(values.judgments)
  await judge(judgments, values.show)
  if (Number(values.known) > 0) {
    const { knownItems } = await import('./known_items.js')
    say(await knownItems(Number(values.known)))
  }
  return 0
}

async function boot() {
  const app = createIgnitor().createApp('console')
  await app.init()
  await app.boot()
  await app.start(async () => {})
}

async function fill(products: string, mapping?: string) {
  const { prepareDatabase } = await import('#app/platform/database/prepare_database')
  const { sql } = await import('#app/platform/database/sql')
  await prepareDatabase()
  const [{ filled }] = await sql<{ filled: boolean }>(
    'select exists (select from products) as filled'
  )
  if (!filled) {
    const { importFile } = await import('#app/imports/files/import_file')
    const { readMapping } = await import('#app/imports/files/read_mapping')
    const quiet = { understood() {}, resuming() {}, waiting() {}, staging() {}, applying() {} }
    const result = await importFile(
      {
        path: products,
        entity: 'products',
        // Judgments name products by the id of the file: let it be their SKU.
        options: { mapping: { ...(mapping && (await readMapping(mapping))), id: 'sku' } },
        actor: 'bench',
      },
      { ...quiet, confirm: async () => true }
    )
    say(`imported: ${JSON.stringify(result.counts)}`)
  }
  const { reindexSearch } = await import('#app/search/index/reindex_search')
  await reindexSearch()
}

/** Ratings by query and by the product's id in its file. */
function readJudgments(path: string): Map<string, Ratings> {
  const judgments = new Map<string, Ratings>()
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/).slice(1)) {
    const [, query, id, rating] = /^"?(.*?)"?,(\w+),(\d)$/.exec(line) ?? []
    if (!query) continue
    judgments.set(
      query,
      (judgments.get(query) ?? new Map<string, number>()).set(id, Number(rating))
    )
  }
  return judgments
}

type Ranker = (query: string) => Promise<string[]>

async function judge(judgments: Map<string, Ratings>, show: boolean) {
  const rankers = await rankersOf()
  const raw = new Map<string, number[]>()
  const judged = new Map<string, number[]>()
  const queries = [...judgments].filter(([, ratings]) => Math.max(...ratings.values()) > 0)
  for (const [query, ratings] of queries) {
    for (const [name, rank] of Object.entries(rankers)) {
      const ranked = await rank(query)
      const score = ndcg(ranked, ratings)!
      const judgedScore = ndcg(ranked, ratings, true)!
      raw.set(name, [...(raw.get(name) ?? []), score])
      judged.set(name, [...(judged.get(name) ?? []), judgedScore])
      if (show && name === 'ours') say(`${score.toFixed(2)} ${judgedScore.toFixed(2)} ${query}`)
    }
  }
  say(`${queries.length} queries with an answer\n`)
  say(
    '| ranking | NDCG@10 | ours minus it, 95 % interval | judged only | ours minus it, 95 % interval |\n| --- | --- | --- | --- | --- |'
  )
  for (const [name, scores] of raw) {
    const cells = [scores, judged.get(name)!].flatMap((of, column) => {
      const [low, high] = pairedBootstrap([raw, judged][column].get('ours')!, of)
      return [fixed(of), name === 'ours' ? '' : `${low.toFixed(4)} to ${high.toFixed(4)}`]
    })
    say(`| ${[name, ...cells].join(' | ')} |`)
  }
}

const fixed = (scores: number[]) => mean(scores).toFixed(PARTS)

/** The search of the shop, PostgreSQL's own ranking of the same words, and plain BM25. */
async function rankersOf(): Promise<Record<string, Ranker>> {
  const { sql } = await import('#app/platform/database/sql')
  const { searchQuery } = await import('#app/search/search_query')
  const rows = await sql<{ id: number; sku: string; text: string }>(
    `select p.id, p.sku, concat_ws(' ', p.name_fr, b.name, p.mpn, p.description_fr) as text
     from products p join brands b on b.id = p.brand_id`
  )
  const skus = new Map(rows.map(({ id, sku }) => [id, sku]))
  const bm25 = new Bm25(rows.map(({ sku, text }) => ({ id: sku, text })))
  return {
    'ours': async (q) => {
      const { hits } = await searchQuery({ q, limit: DEPTH })
      return hits.map(({ id }) => skus.get(id)!)
    },
    'ts_rank_cd': async (q) => {
      const found = await sql<{ id: number }>(
        `select d.product_id as id from search_documents d,
           (select replace(plainto_tsquery('shop', fold_words($1))::text, '&', '|')::tsquery as query) q
         where d.words @@ q.query
         order by ts_rank_cd(d.words, q.query) desc, d.product_id limit ${DEPTH}`,
        [q]
      )
      return found.map(({ id }) => skus.get(id)!)
    },
    'BM25, k1 1.2, b 0.75': async (q) => bm25.rank(q).slice(0, DEPTH),
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
