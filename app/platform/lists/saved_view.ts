import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'

/** A list with its filters, order and columns, under a name: somebody's own, or everybody's. */
type SavedView = {
  id: number
  name: string
  query: string
  columns: string[] | null
  isShared: boolean
  isOwn: boolean
}

type NewView = { page: string; name: string; query: string; isShared: boolean }

const MOST_VIEWS = 30

/** The views of a list that somebody sees: own ones first. */
export function savedViewsQuery(page: string, owner: string): Promise<SavedView[]> {
  return sql<SavedView>(
    `select id, name, query, columns, is_shared as "isShared", owner = $2 as "isOwn" from saved_views
     where page = $1 and (owner = $2 or is_shared) order by owner = $2 desc, name, id limit ${MOST_VIEWS}`,
    [page, owner]
  )
}

/** Keeps a view, in place of one's own of the same name. The columns are those chosen at present. */
export function saveView(
  { page, name, query, isShared }: NewView,
  acting: Acting
): Promise<{ id: number; search: string }> {
  const search = withoutPlace(query)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [{ id }] = await sql<{ id: number }>(
      `insert into saved_views (page, name, query, columns, owner, is_shared)
       values ($1, $2, $3, (select columns from list_preferences where owner = $4 and page = $1), $4, $5)
       on conflict (page, owner, name) do update set query = excluded.query, columns = excluded.columns,
         is_shared = excluded.is_shared
       returning id`,
      [page, name, search, acting.actor, isShared],
      trx
    )
    return { id, search }
  })
}

/** Throws 404 for a view of somebody else. */
export function deleteView(id: number, acting: Acting): Promise<{ page: string }> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [gone] = await sql<{ page: string }>(
      'delete from saved_views where id = $1 and owner = $2 returning page',
      [id, acting.actor],
      trx
    )
    if (!gone) throw notFound('saved view')
    return gone
  })
}

/** What a view keeps of an address: not the page of it, nor the view it came from. */
function withoutPlace(search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ['cursor', 'saved', 'locale']) query.delete(name)
  if (query.toString().length > 2_000) {
    throw new Problem({
      status: 422,
      code: 'view_too_long',
      title: 'Too many filters',
      detail: 'Choose fewer filters and save the view again.',
    })
  }
  return query.toString()
}
