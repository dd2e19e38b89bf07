import { openApiDocument } from '#app/platform/openapi/document'
import { appUrl } from '#config/app'

type Group = { tag: string; entries: ReturnType<typeof entry>[] }

type Described = {
  summary: string
  tags: string[]
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: object
  responses: Record<string, unknown>
}

let reference: Group[] | undefined

/** The document arranged for reading, once: operations by tag, each with what it takes and answers. */
export const apiReference = (): Group[] => (reference ??= arranged())

function arranged(): Group[] {
  const { paths } = openApiDocument(appUrl)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) =>
      entry(path, method, described as Described)
    )
  )
  return [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, entries]) => ({ tag, entries }))
}

function entry(path: string, method: string, described: Described) {
  const [status] = Object.keys(described.responses).filter((code) => code.startsWith('2'))
  return {
    path,
    tag: described.tags[0],
    method: method.toUpperCase(),
    summary: described.summary,
    parameters: described.parameters.map(({ schema, ...parameter }) => ({
      ...parameter,
      schema: JSON.stringify(schema),
    })),
    body: described.requestBody ? pretty(described.requestBody) : null,
    status,
    answer: pretty(described.responses[status]),
  }
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)
