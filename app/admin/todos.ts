import { shellEntries, type Todo } from '#app/platform/shell/shell'

type OpenTodo = Omit<Todo, 'count'> & { count: number }

type May = (ability: string) => boolean

const URGENCY = { bad: 0, warn: 1, info: 2 }
/** The bell stands on every page: it may be so old. */
const REMEMBERED_MS = 20_000

let remembered: { counts: Map<Todo, number>; until: number } | undefined
let counting: Promise<Map<Todo, number>> | undefined

/** What waits for somebody with these rights, as it is now: the most urgent first. */
export async function openTodos(may: May): Promise<OpenTodo[]> {
  return waitingFor(may, await countTodos())
}

/** How many kinds of work wait for somebody with these rights, as it was a moment ago. */
export async function bellCount(may: May): Promise<number> {
  const isFresh = remembered && remembered.until > Date.now()
  const counts = isFresh ? remembered!.counts : await countTodos()
  return waitingFor(may, counts).length
}

function waitingFor(may: May, counts: Map<Todo, number>): OpenTodo[] {
  return [...counts]
    .map(([todo, count]) => ({ ...todo, count }))
    .filter(({ count, ability }) => count > 0 && may(ability))
    .sort((one, other) => URGENCY[one.tone] - URGENCY[other.tone])
}

/** Counts everything once, for all who ask at the same time. */
function countTodos(): Promise<Map<Todo, number>> {
  counting ??= countEach().finally(() => (counting = undefined))
  return counting
}

async function countEach() {
  const todos = shellEntries('todos')
  const counts = await Promise.all(todos.map(({ count }) => count()))
  const counted = new Map(todos.map((todo, index) => [todo, counts[index]]))
  remembered = { counts: counted, until: Date.now() + REMEMBERED_MS }
  return counted
}
