import { basename } from 'node:path'
import { Exception } from '@adonisjs/core/exceptions'

/**
 * A whole file that cannot be read as a table. The message is one line for
 * whoever chose the file: what it looks like, and what to do.
 */
export class UnusableFile extends Exception {
  static status = 422
  static code = 'E_UNUSABLE_FILE'

  /** What is wrong, without the name of the file. */
  says = this.message

  /** `says` continues the file's name: "looks like a PDF document: …". */
  static named(path: string, says: string) {
    const error = new UnusableFile(`${basename(path)} ${says}`)
    error.says = says
    return error
  }

  static directory(path: string) {
    return UnusableFile.named(path, 'is a directory: name a file in it')
  }
}
