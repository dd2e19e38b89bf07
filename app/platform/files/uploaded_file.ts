import type { HttpContext } from '@adonisjs/core/http'
import { invalidFields } from '#app/platform/http/invalid'
import { cleanText } from '#app/platform/tabular/clean_text'

/** A file that a request brought, as `UploadMiddleware` left it. Rename it to keep it. */
export interface UploadedFile {
  /** Where it lies, under a name of ours. */
  path: string
  /** What its sender calls it: to be shown, never to be a path. */
  name: string
  bytes: number
}

const LONGEST_NAME = 120

/** The file of this request. Throws a 422 when there is none, or nothing in it. */
export function uploadedFile({ request }: HttpContext): UploadedFile {
  const file = request.file('file')
  if (!file?.filePath || file.size === 0) throw missing()
  return { path: file.filePath, name: shownName(file.clientName), bytes: file.size }
}

function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return cleanText(last.replaceAll('\0', '')).slice(0, LONGEST_NAME) || 'file'
}

function missing() {
  const message = 'Send the file as the part "file" of a multipart/form-data body'
  return invalidFields([{ field: 'file', rule: 'required', message }], `${message}.`)
}
