/** Whose context is read, and when: `months` whole months before that of `until` (ISO day). Ids are those of products. */
export interface ContextAsked {
  ids: number[]
  until: string
  months: number
}
