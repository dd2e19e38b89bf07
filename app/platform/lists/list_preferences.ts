import { sql } from '#app/platform/database/sql'

/** How somebody likes a list: which columns (null: the usual ones), and how tight. */
export type ListPreferences = { columns: string[] | null; isCompact: boolean }

export async function preferencesQuery(page: string, owner: string): Promise<ListPreferences> {
  const [row] = await sql<ListPreferences>(
    `select columns, is_compact as "isCompact" from list_preferences where owner = $1 and page = $2`,
    [owner, page]
  )
  return row ?? { columns: null, isCompact: false }
}

/** Remembers what was chosen; what was not asked about stays. */
export async function rememberPreferences(
  page: string,
  owner: string,
  { columns, isCompact }: Partial<ListPreferences>
): Promise<void> {
  await sql(
    `insert into list_preferences (owner, page, columns, is_compact) values ($1, $2, $3, coalesce($4, false))
     on conflict (owner, page) do update set columns = coalesce($3, list_preferences.columns),
       is_compact = coalesce($4, list_preferences.is_compact)`,
    [owner, page, columns ?? null, isCompact ?? null]
  )
}
