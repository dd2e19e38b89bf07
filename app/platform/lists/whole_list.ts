/** The answer of a list that is short enough to be told at once: it has one page. */
export const wholeList = <Item>(data: Item[]) => ({
  data,
  meta: { limit: data.length, nextCursor: null },
})
