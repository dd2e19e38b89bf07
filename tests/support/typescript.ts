/** What lets a process of its own run our sources, as an argument of Node. */
export const TYPESCRIPT = `--import=${import.meta.resolve('../../bin/typescript.js')}`
