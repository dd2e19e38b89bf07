import { createReadStream, type ReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { HARMLESS_BYTES, type Limits } from '#app/platform/tabular/limits'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** A file inside an archive. Sizes in bytes. */
interface Entry {
  compressed: number
  expanded: number
  method: number
  encrypted: boolean
  /** Where its own header begins. */
  at: number
}

const CENTRAL_ENTRY = 0x02014b50
const LOCAL_HEADER = 30
const STORED = 0
const DEFLATED = 8

/**
 * A ZIP archive whose entries are read as streams. Nothing is ever written to
 * the disk, so names such as `../x` mean nothing. The sizes an archive
 * declares are not believed: every stream is counted against the limits.
 */
export class ZipArchive {
  private constructor(
    private path: string,
    private entries: Map<string, Entry>,
    private limits: Limits
  ) {}

  /** Throws `UnusableFile` when the archive is damaged or declares sizes over the limits. */
  static async open(path: string, limits: Limits): Promise<ZipArchive> {
    const file = await open(path)
    try {
      const archive = new ZipArchive(path, readDirectory(await readTail(file, path)), limits)
      const { size } = await file.stat()
      archive.#refuseBombs(size)
      return archive
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw UnusableFile.named(
        path,
        'is a ZIP archive or workbook that is cut short: fetch it again'
      )
    } finally {
      await file.close()
    }
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** Content of an entry. Throws `UnusableFile` when it expands beyond the limits or is encrypted. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name)
    if (!entry) throw UnusableFile.named(this.path, `lacks the part ${name}: save it again as XLSX`)
    if (entry.encrypted || ![STORED, DEFLATED].includes(entry.method)) {
      throw UnusableFile.named(this.path, 'is encrypted: remove its password and import it again')
    }
    if (entry.compressed === 0) return
    const start = entry.at + LOCAL_HEADER + (await this.#localNameLength(entry))
    const bytes = createReadStream(this.path, { start, end: start + entry.compressed - 1 })
    let expanded = 0
    for await (const chunk of entry.method === STORED ? bytes : inflated(bytes)) {
      expanded += chunk.length
      // Measured by what was read so far: a bomb is known by its first megabytes.
      this.#refuseExpansion(expanded, bytes.bytesRead)
      yield chunk
    }
  }

  /** The name and extra field in an entry's own header may differ in length from the directory's. */
  async #localNameLength({ at }: Entry): Promise<number> {
    const file = await open(this.path)
    try {
      const header = Buffer.alloc(LOCAL_HEADER)
      await file.read(header, 0, LOCAL_HEADER, at)
      return header.readUInt16LE(26) + header.readUInt16LE(28)
    } finally {
      await file.close()
    }
  }

  #refuseBombs(size: number) {
    const declared = [...this.entries.values()].reduce((sum, { expanded }) => sum + expanded, 0)
    this.#refuseExpansion(declared, size)
  }

  #refuseExpansion(expanded: number, compressed: number) {
    const { ratio, expandedBytes } = this.limits
    if (expanded > HARMLESS_BYTES && expanded > ratio * compressed) {
      throw UnusableFile.named(
        this.path,
        `expands more than ${ratio} times: it looks like a decompression bomb`
      )
    }
    if (expanded > expandedBytes) {
      throw UnusableFile.named(this.path, `expands to more than ${expandedBytes} bytes: split it`)
    }
  }
}

function inflated(bytes: ReadStream): AsyncIterable<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 })
  bytes.once('error', (error) => inflate.destroy(error))
  inflate.once('close', () => bytes.destroy())
  return bytes.pipe(inflate)
}

/** The end of the file from the central directory on. */
async function readTail(file: FileHandle, path: string): Promise<Buffer> {
  const { size } = await file.stat()
  const tail = Buffer.alloc(Math.min(size, 65_557))
  await file.read(tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new RangeError(`${path} has no central directory`)
  const length = tail.readUInt32LE(end + 12)
  const directory = Buffer.alloc(Math.min(length, 64 * 1024 * 1024))
  await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16))
  return directory
}

function readDirectory(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== CENTRAL_ENTRY) throw new RangeError('damaged directory')
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, {
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      expanded: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}
