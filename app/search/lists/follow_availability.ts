import db from '@adonisjs/lucid/services/db'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import { listen } from '#app/platform/events/listener'

/**
 * Brings lists in line after the availability of a product has flipped. Reads the truth as it is by
 * then: told twice, or late, it does nothing more.
 */
listen({
  name: 'listings.availability',
  types: ['stock.availability_changed'],
  handle: ({ aggregateId }, run) =>
    db.transaction(async (trx) => {
      await run.complete(trx)
      const refreshed = await sql('select refresh_availability($1)', [[Number(aggregateId)]], trx)
      if (refreshed.length) await bumpEpochs(['catalogue'], trx)
    }),
})
