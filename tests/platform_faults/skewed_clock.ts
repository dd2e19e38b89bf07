/**
 * Loaded first into a worker process: its clock is right until the parent sends `{ skewMs }`, as
 * when somebody sets the time of a machine. Timers keep their pace, as they do there.
 */
const RealDate = Date
let skewMs = Number(process.env.CLOCK_SKEW_MS ?? 0)

process.on('message', (message: { skewMs?: number }) => {
  if (typeof message.skewMs === 'number') skewMs = message.skewMs
})
// Listening alone must not keep the process alive.
process.channel?.unref()

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, caller) =>
    Reflect.construct(target, values.length ? values : [target.now() + skewMs], caller),
  get: (target, name) => (name === 'now' ? () => target.now() + skewMs : Reflect.get(target, name)),
})
