/** Addresses that programs ask, staff programs included; people read all others. */
const MACHINES = /^\/(api|health|metrics$|(orion|prospector)\/)/

export const isForMachines = (path: string): boolean => MACHINES.test(path)
