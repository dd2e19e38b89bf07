import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import ts from 'typescript'

/** A regular expression as it is written in our sources, and where. */
export interface RegexLiteral {
  at: string
  regex: RegExp
}

const FOLDERS = ['app', 'bin', 'config', 'start']

/** Every regular expression of the shop, read from its sources; `new RegExp` of a variable is `undefined`. */
export function regexLiterals(): { literals: RegexLiteral[]; built: string[] } {
  const literals: RegexLiteral[] = []
  const built: string[] = []
  for (const path of FOLDERS.flatMap(sourcesIn)) {
    const source = ts.createSourceFile(
      path,
      readFileSync(app.makePath(path), 'utf8'),
      ts.ScriptTarget.Latest,
      true
    )
    const visit = (node: ts.Node) => {
      const at = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
      if (ts.isRegularExpressionLiteral(node)) literals.push({ at, regex: regexOf(node.text) })
      if (isRegExpCall(node)) built.push(at)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { literals, built }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(app.makePath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

function regexOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/')
  return new RegExp(literal.slice(1, end), literal.slice(end + 1))
}

const isRegExpCall = (node: ts.Node) =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp'
