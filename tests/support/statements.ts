import pg from 'pg'

/** A statement as it went to the server. */
export interface Statement {
  text: string
  values: unknown[]
}

/** Statements that tell nothing of what is asked: a connection that the pool opens meanwhile sets itself up. */
const AROUND = /cache_epochs|^\s*(begin|commit|set application_name)/i

/** What `work` asks the database, seen at the driver: models, `sql()` and jobs alike. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  const messages = await messagesDuring(work)
  return messages.filter(({ text }) => !AROUND.test(text))
}

/** Every message to the server while `work` lasts, those that begin and end transactions among them. */
export async function messagesDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  const original = pg.Client.prototype.query
  const statements: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    const config = first as { text?: string; values?: unknown[] }
    const text = typeof first === 'string' ? first : (config?.text ?? '')
    const values = typeof first === 'string' ? second : (config?.values ?? second)
    statements.push({ text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(original, this, args)
  } as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return statements
}

/** The statements of a page that was asked for before: what is refreshed behind it now and then is not one of them. */
export async function statementsOfVisit(visit: () => Promise<unknown>): Promise<number> {
  await visit()
  const counts: number[] = []
  for (let n = 0; n < 3; n++) {
    const statements = await statementsDuring(visit)
    counts.push(statements.length)
  }
  return Math.min(...counts)
}
