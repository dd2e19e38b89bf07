/** What happens when the database cannot follow: docs in `app/platform/http/shed_load_middleware.ts`. */
const loadShedding = {
  /** Whoever is about to buy, pay or log in, and what tells of money, waits as long as the pool lets them. */
  urgent:
    /^\/(?:health|metrics|payments|admin\/login|api\/v1\/(?:cart|checkout|payments|webhooks|orders|auth)|api\/admin\/auth)\b/,
  /** When the first of the queue for a connection waits this long, the rest of the readers is sent away. */
  mostWaitMs: 1_000,
  /** And who was let in gives up after so long. */
  patienceMs: 1_500,
}

export default loadShedding
