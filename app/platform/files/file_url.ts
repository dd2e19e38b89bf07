import { appUrl } from '#config/app'

/** The public address of a stored file; an absolute address stays what it is. */
export function fileUrl(path: string): string {
  if (/^https?:\/\//.test(path)) return path
  return `${appUrl}/files/${path.split('/').map(encodeURIComponent).join('/')}`
}
