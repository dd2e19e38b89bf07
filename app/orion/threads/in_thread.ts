import { fileURLToPath } from 'node:url'
import { Worker, parentPort } from 'node:worker_threads'

/** What a thread tells: how far it is, or what it was asked for. */
type Message<Answer> = { progress: Progress } | { answer: Answer }

/** How far some work is: `phase` names it. */
export type Progress = { phase: string; done: number; total: number }

/**
 * Runs a script in a thread of its own and resolves with what it answers, so that heavy computing stops nobody
 * else. The thread gets `order` as its `workerData`. Throws what the thread threw; `signal` ends it,
 * also one that was raised before.
 * @param script address of the module, as `import.meta.resolve('./x_thread.js')` gives it
 */
export async function inThread<Answer>(
  script: string,
  order: object,
  onProgress: (progress: Progress) => void = () => {},
  signal?: AbortSignal
): Promise<Answer> {
  signal?.throwIfAborted()
  const path = fileURLToPath(script)
  // From sources the thread needs what compiles them, as the process has it.
  const loader = path.endsWith('.ts')
    ? ['--import', import.meta.resolve('../../../bin/typescript.js')]
    : []
  const worker = new Worker(path, { workerData: order, execArgv: loader })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise<Answer>((resolve, reject) => {
    worker.on('message', (message: Message<Answer>) => {
      if ('answer' in message) return resolve(message.answer)
      try {
        onProgress(message.progress)
      } catch (error) {
        reject(error as Error)
        stop()
      }
    })
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(signal?.reason ?? new Error(`a thread ended with ${code}`))
    )
  }).finally(() => signal?.removeEventListener('abort', stop))
}

/**
 * For the thread: does its work once all modules are loaded. V8 ends the whole process when a thread is terminated while
 * it still evaluates modules after one that loads WebAssembly with a top-level await.
 */
export function whenLoaded(work: () => Promise<void> | void) {
  setImmediate(() => void work())
}

/** For the thread: what it was asked for. Memory in `moved` changes hands instead of being copied. */
export function answer(answered: unknown, moved: ArrayBuffer[] = []) {
  parentPort!.postMessage({ answer: answered }, moved)
}

/** For the thread: how far it is. */
export function tell(progress: Progress) {
  parentPort!.postMessage({ progress })
}
