import type { Locale } from '#app/platform/http/locale'

/** A page in the menu, for those who may open it. Labels are keys of texts, such as `imports.nav`. */
export interface NavigationEntry {
  label: string
  /** The letter that opens it after `g`. */
  shortcut?: string
  href: string
  icon: string
  ability: string
  /** Groups stand in the order in which features name them first; `daily` has no heading. */
  group: string
}

/** One answer of the palette. */
export interface PaletteEntry {
  label: string
  /** What tells it from others of the same name. */
  detail?: string
  href: string
  icon: string
}

/** What the palette searches besides pages. */
export interface PaletteSource {
  label: string
  ability: string
  search(words: string, locale: Locale): Promise<PaletteEntry[]>
}

/** A box of the dashboard: an Edge view and what it shows. */
export interface DashboardCard {
  key: string
  ability: string
  view: string
  load(locale: Locale): Promise<Record<string, unknown>>
}

/** Work that waits for somebody: `label` with its `count`, and `<label>_text`, what follows if nobody does it. */
export interface Todo {
  label: string
  ability: string
  icon: string
  tone: 'bad' | 'warn' | 'info'
  href: string
  count(): Promise<number>
}

/** How well a part of the shop works, in a line of plain words: `<label>`, and `<label>_<state>` with `data`. */
export interface HealthLine {
  label: string
  check(): Promise<{
    state: 'ok' | 'warn' | 'bad'
    data?: Record<string, unknown>
  }>
}

/** A page about a record, beside its other pages. */
export interface RecordTab {
  /** The table of the record. */
  entity: string
  label: string
  ability: string
  href(id: string | number): string
}

/** What a feature adds to the back office: see `shell.ts` of each, met in `start/shell.ts`. */
export interface ShellFeature {
  navigation?: NavigationEntry[]
  palette?: PaletteSource[]
  tabs?: RecordTab[]
  dashboard?: DashboardCard[]
  todos?: Todo[]
  health?: HealthLine[]
}

type Entries = Required<ShellFeature>

const features: ShellFeature[] = []

/** Adds a feature to the back office, after those that are there. */
export function extendShell(feature: ShellFeature) {
  features.push(feature)
}

/** All that features have added of one kind, in the order they came. */
export function shellEntries<Kind extends keyof Entries>(kind: Kind): Entries[Kind] {
  return features.flatMap((feature): unknown[] => feature[kind] ?? []) as Entries[Kind]
}
