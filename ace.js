/**
 * Entry point of every command. It runs the TypeScript sources directly; the
 * build replaces it by a compiled twin that needs no loader.
 */
if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `This project needs Node 24 and brings its own: run "npm run ace -- ${process.argv.slice(2).join(' ')}" instead.`
  )
  process.exit(1)
}

await import('./bin/typescript.js')
await import('./bin/console.js')
