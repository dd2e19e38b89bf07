import pg from 'pg'

/** A statement as it went to the server. */
export interface Statement {
  text: string
  values: unknown[]
}

/** What `work` asks the database, seen at the driver: models, `sql()` and jobs alike. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  const original = pg.Client.prototype.query
  const statements: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    const config = first as { text?: string; values?: unknown[] }
    const text = typeof first === 'string' ? first : (config?.text ?? '')
    const values = typeof first === 'string' ? second : (config?.values ?? second)
    if (!/cache_epochs|^\s*(begin|commit)/i.test(text)) {
      statements.push({ text, values: Array.isArray(values) ? values : [] })
    }
    return Reflect.apply(original, this, args)
  } as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return statements
}
