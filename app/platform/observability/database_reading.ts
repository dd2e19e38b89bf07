import logger from '@adonisjs/core/services/logger'
import type { QueryResultRow } from 'pg'
import { sql } from '#app/platform/database/sql'

/**
 * A query that several gauges of one scrape share. While the database does not answer there is
 * nothing to tell: the gauges stay empty, and the rest of `/metrics` is served.
 */
export class DatabaseReading<Row extends QueryResultRow> {
  #reading?: Promise<Row[]>

  constructor(private readonly query: string) {}

  rows(): Promise<Row[]> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined))
    return this.#reading
  }

  async #read(): Promise<Row[]> {
    try {
      return await sql<Row>(this.query)
    } catch (error) {
      logger.warn({ err: error }, 'a gauge could not be read from the database')
      return []
    }
  }
}
