import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type pg from 'pg'
import type { Fields } from '#app/imports/files/fields'
import type { Change } from '#app/imports/runs/sample_changes'
import type { Conflict, Undoable } from '#app/platform/audit/undo/undoable'
import type { Acting } from '#app/platform/database/act_as'
import type { DecimalStyle } from '#app/platform/tabular/decimals'
import type { ColumnRule } from '#app/platform/tabular/mapping'
import type { Row } from '#app/platform/tabular/row'

/** A row that is not applied; the message is its reason. */
export class RowRejected extends Error {}

/** What a target knows while it reads the rows of one file. */
export interface StagingContext {
  decimals: DecimalStyle
  /** Whose list it is, when the file comes from a supplier. */
  supplier: string
  /** Remembers something worth telling that rejects no row: told once, with how often and one example. */
  note(what: string, example?: string): void
}

/** How a target reads one file: chosen by its headers. */
export interface Reading {
  /** Whose format it is, for people. */
  name: string
  rules: ColumnRule[]
  /** Columns whose cells tell the decimal style. */
  numbers: string[]
  /** A row as columns of the staging table. Throws `RowRejected`. */
  stage(fields: Fields, context: StagingContext, row: Row): Record<string, unknown>
}

export interface ApplyContext {
  runId: number
  trx: TransactionClientContract
  /**
   * The tables have grown much: refresh their statistics once the rows are in,
   * before anything joins them. With plans made for empty tables a batch of
   * 5,000 takes minutes.
   */
  analyse: boolean
}

/** What a batch did to the table that the target writes. */
export interface BatchOutcome {
  created: number
  updated: number
}

/** A kind of thing that can be imported. The engine does the rest: see `importFile`. */
export interface ImportTarget {
  entity: string
  /** What its lists write, in the order in which it is taken back. */
  undoable: Undoable[]
  /** Takes an import back otherwise than from the audit log; like `undoChanges`. */
  takeBack?(
    runId: number,
    acting: Acting,
    guard: (trx: TransactionClientContract) => Promise<void>
  ): Promise<{ undone: number; conflicts: Conflict[] }>
  /** Examples of what a dry run has written, when the audit log does not tell; like `sampleChanges`. */
  sample?(runId: number, known: Change[], trx: TransactionClientContract): Promise<Change[]>
  /** Columns of the staging table, with their SQL types, besides `seq`, `line`, `reason` and `merged`. */
  columns: Record<string, string>

  /** Rows of one transaction, when the usual number is not the best. */
  batchRows?: number

  /**
   * Throws `UnusableFile`, naming what the headers look like, when they are another list's.
   * @param mapped somebody has said what the columns are, so it is this target's
   */
  read(headers: string[], mapped: boolean): Reading

  /** Throws `UnusableFile` when too little of the file is mapped to make anything of it. */
  expectColumns(columns: Set<string>, headers: string[]): void

  /**
   * Completes the staged rows with each other and with the database: identities,
   * repetitions. Sets `reason` on rows that are not to be applied, and `merged`
   * on those that became part of another one. Returns notes for people.
   * Must settle the same file in the same way again, also half applied.
   */
  settle(staging: string, session: pg.Client): Promise<string[]>

  /** Price changes and the like, before anything is applied. */
  preview?(staging: string, session: pg.Client): Promise<Preview>

  /**
   * Writes the rows of the temporary table `batch`, which has the staging columns.
   * May reject rows by setting their `reason` there.
   */
  apply(context: ApplyContext): Promise<BatchOutcome>

  /** What a committed batch leaves for later: it is done beside the next batch, and to the end after the last one. */
  follow?(): Promise<void>

  /** What is worth doing once when a run has written all of its rows. */
  finish?(): Promise<void>
}

/** What an import would do to prices. */
export interface Preview {
  over20: number
  over30: number
  /** The steepest changes, in millimes. */
  sample: { line: number; sku: string; from: number; to: number }[]
}
