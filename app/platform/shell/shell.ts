import type { I18n } from '@adonisjs/i18n'
import type { Locale } from '#app/platform/http/locale'

/** A page in the menu, for those who may open it. Labels are keys of texts, such as `imports.nav`. */
export interface NavigationEntry {
  label: string
  /** The letter that opens it after `g`. */
  shortcut?: string
  href: string
  icon: string
  ability: string
  /** Under which heading of the menu it stands; `daily` has none. */
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

/** What the palette offers to do: the page on which it begins, for those who may. */
interface PaletteAction {
  label: string
  href: string
  icon: string
  ability: string
}

/** What the palette searches besides pages. */
interface PaletteSource {
  label: string
  ability: string
  search(words: string, locale: Locale): Promise<PaletteEntry[]>
}

/** A box of the dashboard: an Edge view and what it shows. */
interface DashboardCard {
  key: string
  ability: string
  view: string
  /** @param may whether who looks at it has a right, for a part that not everybody may see */
  load(locale: Locale, may: (ability: string) => boolean): Promise<Record<string, unknown>>
}

/** A number at the top of the dashboard, with its way to the rows it counts. */
export interface Figure {
  label: string
  value: string
  unit?: string
  /** What it means, where there is nothing to compare it with. */
  text?: string
  trend?: { change: number | null; spark: { line: string; area: string } }
  href?: string
  /** What the page behind `href` asks for, when it is more than the figure does. */
  hrefAbility?: string
}

/** Figures that are read together. */
interface FigureSource {
  ability: string
  load(): Promise<Figure[]>
}

/** How many of something there are, for programs that draw a dashboard of their own. */
export interface Stat {
  key: string
  ability: string
  count(): Promise<number>
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

/** `off` is what is not set up and need not be: it is never shown as well. */
export type HealthState = 'ok' | 'warn' | 'bad' | 'off'

/** How well a part of the shop works, in a line of plain words: `<label>`, and `<label>_<state>` with `data`. */
export interface HealthLine {
  label: string
  check(): Promise<{ state: HealthState; data?: Record<string, unknown> }>
}

/** Names of things by their ids, as many as there are; whatever is unknown is left out. */
export type Names = (ids: string[], locale: Locale) => Promise<Map<string, string>>

/** Who writes: the part of `kind:id` before the colon, and what those behind it are called. */
export interface ActorSource {
  kind: string
  /** The same in every language. */
  names(ids: string[]): Promise<Map<string, string>>
  /** Everybody there is to choose from. */
  all(): Promise<{ id: string; name: string }[]>
}

/** How people read a column in histories; without one of these, as it stands. */
export interface AuditedField {
  /** Without this right nobody sees the value. */
  ability?: string
  text?(value: unknown, i18n: I18n): string
  /** What the keys of its words begin with: `bulk.state` for `bulk.state_done`. */
  words?: string
  names?: Names
}

/** How people read the rows of a table in histories. */
export interface AuditedTable {
  entity: string
  /** The page of a record, for those who may open it; `label` is what the record is called, such as its number. */
  page?: { ability: string; href(id: string, label: string): string }
  fields?: Record<string, AuditedField>
}

/** A part of a report: words first, then figures and a table. Absent when there is nothing to tell of. */
export interface ReportBlock {
  title: string
  text: string
  figures?: { label: string; value: string; change?: number | null }[]
  table?: { columns: { label: string; isNumber?: boolean }[]; rows: ReportCell[][] }
}

/** `detail` stands below the text, such as a SKU below a name; `href` is the page of what it tells of. */
export type ReportCell = { text: string; detail?: string; href?: string }

/** The week that a report is about, as days of Tunis: `until` is the day after its last. */
export interface ReportWeek {
  name: string
  from: string
  until: string
}

/** What a feature has to say in a report that is mailed every week; without a `report` in the one of the whole shop. */
export interface ReportSection {
  key: string
  report?: string
  ability: string
  compose(week: ReportWeek, i18n: I18n): Promise<ReportBlock | undefined>
}

/** A page about a record, beside its other pages. */
interface RecordTab {
  /** The table of the record. */
  entity: string
  label: string
  ability: string
  href(id: string | number): string
}

/** A box on the page of a record that another feature has: an Edge view and what it shows, as `panel.data`. */
interface RecordPanel {
  /** The table of the record. */
  entity: string
  ability: string
  view: string
  load(id: number, i18n: I18n): Promise<Record<string, unknown>>
}

/** What a feature adds to the back office: see `shell.ts` of each, met in `start/shell.ts`. */
interface ShellFeature {
  /** The headings of the menu, in their order. */
  groups?: string[]
  navigation?: NavigationEntry[]
  palette?: PaletteSource[]
  actions?: PaletteAction[]
  tabs?: RecordTab[]
  panels?: RecordPanel[]
  figures?: FigureSource[]
  dashboard?: DashboardCard[]
  stats?: Stat[]
  todos?: Todo[]
  health?: HealthLine[]
  actors?: ActorSource[]
  audited?: AuditedTable[]
  report?: ReportSection[]
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
