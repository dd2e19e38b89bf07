import type { WebVisitor } from '#tests/support/web_visitor'

/** A form that will be accepted: where it stands, where it goes, and in whose browser. */
export interface FilledForm {
  page: string
  fields: Record<string, string>
  /** When the pattern of the route is no address. */
  action?: string
  /** A stranger's, when there is none. */
  browser?: WebVisitor
  /** Makes it a form with a file. */
  file?: File
}

/** Forms by the pattern of their routes, each made anew when it is asked for. */
export type Forms = Record<string, () => Promise<FilledForm>>
