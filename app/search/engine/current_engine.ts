import type { SearchEngine } from '#app/search/engine/search_engine'
import { postgresEngine } from '#app/search/engine/postgres_engine'

/** The engine that finds words: the one place where another one is put in. */
export const searchEngine = (): SearchEngine => postgresEngine
