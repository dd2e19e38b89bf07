import { randomNumbers } from '#app/orion/random'

/**
 * The 95 % interval of a figure over so many things, by drawing them again with repetition: a paired bootstrap, where
 * the figure compares two ways of treating the same things. The same interval every time.
 * @param figure of the things at these places
 */
export function interval95(
  things: number,
  figure: (drawn: number[]) => number,
  resamples = 1_000
): [low: number, high: number] {
  const random = randomNumbers(1)
  const figures = Array.from({ length: resamples }, () =>
    figure(Array.from({ length: things }, () => Math.floor(random() * things)))
  ).sort((one, other) => one - other)
  return [figures[Math.floor(0.025 * resamples)], figures[Math.floor(0.975 * resamples)]]
}
