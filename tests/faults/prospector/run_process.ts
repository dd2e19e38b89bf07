import type { PlacesAccess } from '#app/prospector/sources/places/search_places'
import { createIgnitor } from '../../../bin/ignitor.js'

/** One run of Prospector in a process of its own, to be killed; it says so when it has ended. */
const [places, farmPort] = process.argv.slice(2)
const app = createIgnitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => {})

const { runProspector } = await import('#app/prospector/runs/run_prospector')
const { farmConnector } = await import('#tests/fakes/sites/site_farm')

process.send?.('started')
await runProspector({
  ...{ zone: 'TN-61', limit: 4, places: JSON.parse(places) as PlacesAccess },
  crawl: { connector: farmConnector(Number(farmPort)), intervalMs: 10 },
})
process.send?.('done')
await app.terminate()
process.disconnect()
