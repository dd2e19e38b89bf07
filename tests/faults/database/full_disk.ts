import { sql } from '#app/platform/database/sql'

/**
 * A server with no room for some tables: it refuses what they would grow by, with the code that it has for a full
 * disk, in the middle of whatever transaction asked for it.
 */
export class FullDisk {
  #tables: string[] = []

  /** @param room how many bytes a table may hold until then */
  async fill(tables: string[], room = 0) {
    await sql(
      `create or replace function no_room() returns trigger language plpgsql as $$
       begin
         if pg_relation_size(tg_relid) > tg_argv[0]::bigint then
           raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
         end if;
         return null;
       end $$`
    )
    for (const table of tables) {
      await sql(
        `create trigger no_room after insert or update on ${table}
         for each statement execute function no_room(${room})`
      )
      this.#tables.push(table)
    }
  }

  free = async () => {
    for (const table of this.#tables.splice(0)) await sql(`drop trigger no_room on ${table}`)
    await sql('drop function if exists no_room')
  }
}
