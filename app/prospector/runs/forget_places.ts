import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'

/** Forgets what Google said in time, sites that it named and that could never be read among it, and the runs of years ago. */
export async function forgetPlaces(): Promise<void> {
  await sql('delete from places_pages where expires_at < now()')
  await sql('delete from prospector_sites where forget_at < now()')
  await sql(
    `update prospector_steps st set key = '#' || st.id
     where source = 'website' and key not like '#%' and not exists (
       select from prospector_sites s where s.host = st.key)`
  )
  await sql(`delete from prospector_runs where finished_at < now() - interval '1 year'`)
}

defineTask({
  name: 'prospector.forget_places',
  cron: '40 3 * * *',
  handle: forgetPlaces,
})
