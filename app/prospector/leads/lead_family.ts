/** The lead `$1` with those that became a part of it, in SQL. */
export const FAMILY = '(select id from leads where id = $1 or merged_into = $1)'
