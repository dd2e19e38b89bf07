import { appUrl } from '#config/app'

/** The address of a stored file on this host, for pages; an absolute address stays what it is. */
export function filePath(path: string): string {
  if (isAbsolute(path)) return path
  return `/files/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** The public address of a stored file; an absolute address stays what it is. */
export function fileUrl(path: string): string {
  return isAbsolute(path) ? path : `${appUrl}${filePath(path)}`
}

const isAbsolute = (path: string) => /^https?:\/\//.test(path)
