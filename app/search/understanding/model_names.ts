import type { Model } from '#app/fitment/vehicles/vehicle_catalogue'
import { allowedErrors, editDistance } from '#app/platform/text/edit_distance'
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

const GENERATION = /^(.+?) (I|II|III|IV|V|VI|VII|VIII|IX|\d{1,2})(?: \(.+\))?$/

/** Every way to write each of the models. How one generation spells its family, all of it may be spelled. */
export function namesOfModels(models: Iterable<Model>): Map<Model, string[]> {
  const families = Map.groupBy(models, ({ makeId, name }) => `${makeId} ${familyOf(name)}`)
  const names = new Map<Model, string[]>()
  for (const family of families.values()) {
    const spellings = [...new Set(family.flatMap(spellingsOfFamily))]
    for (const model of family)
      names.set(model, [...modelNames(model), ...spelled(model, spellings)])
  }
  return names
}

/**
 * Every way to write a model that follows from its names: `Clio IV` is also «Clio 4», «Clio4» and,
 * less precisely, «Clio».
 */
export function modelNames({ name, nameAr, aliases }: Model): string[] {
  return [name, nameAr, ...aliases].flatMap((given) => (given ? variants(given) : []))
}

function variants(name: string): string[] {
  const [, base, generation] = GENERATION.exec(name) ?? []
  const isPlain = base && !name.endsWith(')')
  const names = isPlain ? [name, `${base} ${ROMAN[generation] ?? generation}`, base] : [name]
  return names.flatMap((each) => [each, foldWords(each).replaceAll(' ', '')])
}

const familyOf = (name: string) => GENERATION.exec(name)?.[1] ?? name

/** Aliases that spell the name without its generation otherwise: «هايلوكس», «Dmax»; «Vigo» is a name of its own. */
function spellingsOfFamily({ name, nameAr, aliases }: Model): string[] {
  const families = [name, nameAr ?? ''].map((each) => joined(familyOf(each)))
  return aliases.filter((alias) => {
    if (/\p{Nd}/u.test(alias)) return false
    const spelling = joined(alias)
    const most = Math.max(1, allowedErrors(spelling))
    return families.some((family) => editDistance(spelling, family, most) <= most)
  })
}

function spelled({ name }: Model, spellings: string[]): string[] {
  const generation = GENERATION.exec(name)?.[2]
  if (!generation) return spellings
  const number = ROMAN[generation] ?? generation
  return spellings.flatMap((spelling) => [spelling, ...variants(`${spelling} ${number}`)])
}

const joined = (name: string) => foldWords(name).replaceAll(' ', '')
