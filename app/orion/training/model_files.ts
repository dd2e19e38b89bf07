import { createHash, randomUUID } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import drive from '@adonisjs/drive/services/main'
import type { PartErrors } from '#app/orion/evaluation/backtest_errors'
import type { Unit } from '#app/orion/pool/units'
import type { LearnedSet } from '#app/orion/training/learned_set'

/** What the files of a model are and what they hash to. `ids` of parts belong to the rows of `errors`. */
export interface Manifest {
  format: 1
  sets: {
    lead: number
    file: string
    sha256: string
    choices: LearnedSet['choices']
    /** What the pool is made of; absent in what was saved before it was told. */
    members?: PoolSize[]
  }[]
  errors: { file: string; sha256: string } | null
}

/** A member of the pool: how many trees its forest and its ladder have. */
export interface PoolSize {
  unit: Unit
  forest: number
  ladder: number
}

/** Backtest errors by product. */
export interface KeptErrors {
  ids: Int32Array
  figures: PartErrors
}

/** Files of a model are not there or are not what was saved; the message is one line. */
export class ModelDamaged extends Error {}

const FORMAT = 1
const disk = () => drive.use('models')

/** Saves what was learned in a folder of its own, the manifest last. Returns the key of the folder. */
export async function saveModel(sets: LearnedSet[], errors: KeptErrors | null) {
  const key = randomUUID()
  const manifest: Manifest = { format: FORMAT, sets: [], errors: null }
  for (const set of sets) {
    const file = set.lead === 0 ? 'months.bin' : `lead-${set.lead}.bin`
    const sha256 = await put(key, file, set)
    const { lead, choices } = set
    manifest.sets.push({ lead, file, sha256, choices, members: membersOf(set) })
  }
  if (errors) manifest.errors = { file: 'errors.bin', sha256: await put(key, 'errors.bin', errors) }
  await disk().put(`${key}/manifest.json`, JSON.stringify(manifest, null, 2))
  return { key, manifest }
}

/** Reads a model back. Throws `ModelDamaged` unless every file is what the manifest says. */
export async function loadModel(key: string, manifest: Manifest) {
  if (manifest.format !== FORMAT)
    throw new ModelDamaged(`model ${key} is of format ${manifest.format}`)
  const sets: LearnedSet[] = []
  for (const { file, sha256 } of manifest.sets)
    sets.push((await take(key, file, sha256)) as LearnedSet)
  const { errors } = manifest
  return {
    sets,
    errors: errors && ((await take(key, errors.file, errors.sha256)) as KeptErrors),
  }
}

/** Deletes the files of every model but these: older ones, and what a broken-off training left behind. */
export async function keepModels(keys: string[]) {
  const { objects } = await disk().listAll('', { recursive: false })
  for (const { name, isDirectory } of [...objects]) {
    if (isDirectory && !keys.includes(name)) await disk().deleteAll(name)
  }
}

function membersOf({ pool }: LearnedSet): PoolSize[] {
  return (pool?.members ?? []).map(({ unit, trees, ladder }) => ({
    ...{ unit, forest: trees.length, ladder: ladder?.trees.length ?? 0 },
  }))
}

/** The format of V8 is made to be read by later versions of itself. */
async function put(key: string, file: string, content: object): Promise<string> {
  const bytes = serialize(content)
  await disk().put(`${key}/${file}`, bytes)
  return createHash('sha256').update(bytes).digest('hex')
}

async function take(key: string, file: string, sha256: string): Promise<unknown> {
  const path = `${key}/${file}`
  if (!(await disk().exists(path)))
    throw new ModelDamaged(`${path} of the model is not there: train again`)
  const bytes = await disk().getBytes(path)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new ModelDamaged(`${path} of the model is not what was saved: train again`)
  }
  return deserialize(bytes)
}
