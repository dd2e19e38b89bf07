/**
 * Lets Node run our TypeScript: imported before anything else, or by `--import`. What a source was compiled to
 * is kept in `tmp/compiled`, and what V8 made of that beside it: tests start hundreds of processes, and each would
 * compile a thousand files anew. The build needs none of this. In JavaScript, or each process would first compile this.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../', import.meta.url)
const KEPT = fileURLToPath(new URL('tmp/compiled/', ROOT))

const require = createRequire(import.meta.url)
const { imports } = require('../package.json')

/** As `tsconfig.json` has it. Its maps leave out the sources, which are on the disk. */
const OPTIONS = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  inlineSourcesContent: false,
  module: { type: 'es6' },
  jsc: {
    target: 'esnext',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    experimental: { keepImportAttributes: true },
    keepClassNames: true,
  },
}

process.setSourceMapsEnabled(true)
// Functions that come out of V8's cache are not counted.
if (!process.env.NODE_V8_COVERAGE) enableCompileCache(KEPT)

registerHooks({
  resolve(specifier, context, next) {
    const url = sourceOf(specifier, context.parentURL)
    return url ? { url, format: 'module-typescript', shortCircuit: true } : next(specifier, context)
  },
  load(url, context, next) {
    if (!isOurs(url) || !withoutQuery(url).endsWith('.ts')) return next(url, context)
    return { source: compiled(withoutQuery(url)), format: 'module', shortCircuit: true }
  },
})

/** The TypeScript file behind a `.js` of ours, if there is one. */
function sourceOf(specifier, parent = '') {
  const url = addressOf(specifier, parent)
  if (!url || !isOurs(url.href) || !url.pathname.endsWith('.js')) return
  url.pathname = url.pathname.replace(/\.js$/, '.ts')
  return existsSync(url) ? url.href : undefined
}

/** Packages may ask for files of ours, too: by their whole address. */
function addressOf(specifier, parent) {
  if (specifier.startsWith('file:')) return new URL(specifier)
  if (!isOurs(parent)) return
  if (specifier.startsWith('.')) return new URL(specifier, parent)
  const [folder, ...rest] = specifier.split('/')
  const target = imports[`${folder}/*`]
  return target ? new URL(target.replace('*', rest.join('/')), ROOT) : undefined
}

function isOurs(url) {
  return url.startsWith(ROOT.href) && !url.includes('/node_modules/')
}

function withoutQuery(url) {
  return url.split('?')[0]
}

/** What a source was compiled to before, or now. */
function compiled(url) {
  const source = readFileSync(new URL(url), 'utf8')
  const hash = digest(source + JSON.stringify(OPTIONS))
  const path = `${KEPT}${digest(url)}.js`
  const kept = readKept(path)
  if (kept?.endsWith(hash)) return kept
  const code = `${compile(url, source)}\n//# sourceURL=${url}\n// ${hash}`
  keep(path, code)
  return code
}

function readKept(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Whole or not at all: others may be reading. Whoever cannot keep it, in a folder of somebody else, compiles each time. */
function keep(path, code) {
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(KEPT, { recursive: true })
    writeFileSync(draft, code)
    renameSync(draft, path)
  } catch {}
}

function compile(url, source) {
  const { transformSync } = require('@swc/core')
  const { code, map = '' } = transformSync(source, { ...OPTIONS, filename: fileURLToPath(url) })
  const inline = Buffer.from(map).toString('base64')
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}\n`
}

function digest(text) {
  return createHash('sha1').update(text).digest('hex')
}
