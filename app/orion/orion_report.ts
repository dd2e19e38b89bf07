import type { BaseCommand } from '@adonisjs/core/ace'
import { NotTrained } from '#app/orion/forecasts/forecast_demand'
import type { Progress } from '#app/orion/threads/in_thread'
import { ModelDamaged } from '#app/orion/training/model_files'
import { OrionAtWork } from '#app/orion/training/orion_lock'
import { NothingToLearn } from '#app/orion/training/shop_panel'
import { ProgressLine } from '#app/platform/progress_line'

/** What a command of Orion says while it works and at its end: a bar on a terminal, a line for each phase elsewhere. */
export class OrionReport {
  #phase = ''
  #line = new ProgressLine(process.stderr)

  constructor(private command: BaseCommand) {}

  /** Does the work and says how it ended; what operators can do something about is one line and exit code 1. */
  async follow(work: (onProgress: (progress: Progress) => void) => Promise<string>) {
    try {
      const done = await work((progress) => this.#draw(progress))
      this.#line.clear()
      this.command.logger.success(done)
    } catch (error) {
      this.#line.clear()
      const isExplained = [NotTrained, ModelDamaged, OrionAtWork, NothingToLearn].some(
        (kind) => error instanceof kind
      )
      if (!isExplained) throw error
      this.command.logger.error((error as Error).message)
      this.command.exitCode = 1
    }
  }

  #draw({ phase, done, total }: Progress) {
    if (process.stderr.isTTY) return this.#line.draw(phase, done, total)
    if (phase !== this.#phase) this.command.logger.info(phase)
    this.#phase = phase
  }
}
