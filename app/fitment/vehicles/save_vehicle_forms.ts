import { renameVehicle } from '#app/fitment/vehicles/rename_vehicle'
import { staffTypeQuery } from '#app/fitment/vehicles/staff_types_query'
import type {
  NamedVehicle,
  VehicleNamesForm,
  VehicleTypeForm,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffMakeQuery, staffModelQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { VEHICLE_TABLES } from '#app/fitment/vehicles/vehicle_aliases'
import { updateVehicleType, type WrittenType } from '#app/fitment/vehicles/write_vehicle_type'
import type { Acting } from '#app/platform/database/act_as'
import { isVersionConflict } from '#app/platform/http/expect_version'
import { lastAuthorQuery } from '#app/platform/audit/last_author_query'

/** Somebody else saved in between: what they wrote, what was typed here. Saving again is a decision. */
export type VehicleConflict = {
  author: string | undefined
  typed: object
  fields: { name: string; theirs: string; yours: string }[]
}

/** Renames a make or model; when somebody else saved in between, nothing is written and both are told. */
export async function saveVehicleNames(
  { kind, id }: NamedVehicle,
  { version, ...names }: VehicleNamesForm,
  acting: Acting
): Promise<VehicleConflict | undefined> {
  try {
    await renameVehicle({ kind, id }, names, acting, version)
    return undefined
  } catch (error) {
    if (!isVersionConflict(error)) throw error
    const stored = kind === 'makes' ? await staffMakeQuery(id) : await staffModelQuery(id)
    return conflictOf(VEHICLE_TABLES[kind].table, id, stored, names)
  }
}

/** Changes a type as `updateVehicleType` does, or tells what differs from what somebody else saved. */
export async function saveVehicleType(
  id: number,
  { version, ...input }: VehicleTypeForm,
  acting: Acting
): Promise<{ type: WrittenType } | { conflict: VehicleConflict }> {
  try {
    return { type: await updateVehicleType(id, input, acting, version) }
  } catch (error) {
    if (!isVersionConflict(error)) throw error
    const stored = await staffTypeQuery(id)
    return { conflict: await conflictOf('vehicle_types', id, stored, input) }
  }
}

async function conflictOf(
  entity: string,
  id: number,
  stored: object,
  typed: object
): Promise<VehicleConflict> {
  const theirs = new Map(Object.entries(stored).map(([name, value]) => [name, text(value)]))
  const fields = Object.entries(typed)
    .map(([name, value]) => ({ name, theirs: theirs.get(name) ?? '', yours: text(value) }))
    .filter((field) => field.theirs !== field.yours)
  return { author: await lastAuthorQuery(entity, id), typed, fields }
}

const text = (value: unknown) => String(value ?? '')
