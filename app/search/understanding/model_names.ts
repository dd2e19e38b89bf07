import type { Model } from '#app/fitment/vehicle_catalogue'

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

/** Body words that end a name without changing which car is meant. */
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
  if (!base) return name.includes(' ') ? [name, name.replaceAll(' ', '')] : [name]
  const number = ROMAN[generation] ?? generation
  return [name, `${base} ${number}`, `${base}${number}`, base]
}
