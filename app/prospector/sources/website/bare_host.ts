/** The name of a host without what does not tell it apart: `www.` is the same place. */
export const bareHost = (host: string) =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')
