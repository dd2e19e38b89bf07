import type { Model } from '#app/fitment/vehicles/vehicle_catalogue'
import { foldWords } from '#app/platform/text/fold_words'

const ROMAN: Record<string, string> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  VII: '7',
  VIII: '8',
  IX: '9',
}

const GENERATION = /^(.+?) (I|II|III|IV|V|VI|VII|VIII|IX|\d{1,2})$/

/**
 * Every way to write a model that follows from its names: `Clio IV` is also «Clio 4», «Clio4» and,
 * less precisely, «Clio».
 */
export function modelNames({ name, nameAr, aliases }: Model): string[] {
  return [name, nameAr, ...aliases].flatMap((given) => (given ? variants(given) : []))
}

function variants(name: string): string[] {
  const [, base, generation] = GENERATION.exec(name) ?? []
  const names = base ? [name, `${base} ${ROMAN[generation] ?? generation}`, base] : [name]
  return names.flatMap((each) => [each, foldWords(each).replaceAll(' ', '')])
}
