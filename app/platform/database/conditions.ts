/** One filter as SQL. `?` stands for each of its values, numbered when conditions are joined. */
export type Condition = { filter: string; sql: string; values: unknown[] }

/** Joins conditions with `and`, numbering their values after those already in `values`. */
export function joinConditions(conditions: Condition[], values: unknown[]): string {
  if (conditions.length === 0) return 'true'
  return conditions
    .map((condition) => {
      let next = 0
      return condition.sql.replace(/\?/g, () => `$${values.push(condition.values[next++])}`)
    })
    .join(' and ')
}
