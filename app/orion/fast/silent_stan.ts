import * as cli from '@bytecodealliance/preview2-shim/cli'

interface Stream {
  write(): void
}

/** What the package has besides what its types tell. */
const { _setStderr: tellInstead, stderr } = cli as unknown as {
  _setStderr: (stream: Stream) => void
  stderr: { OutputStream: { prototype: Stream } }
}

/**
 * Stan tells standard error of every fit that does not converge, and throws as well: what is thrown is enough. To be
 * imported before `@bsull/augurs-prophet-wasmstan`.
 */
const nowhere = Object.create(stderr.OutputStream.prototype, {
  checkWrite: { value: () => 65_536n },
  write: { value: () => {} },
  blockingWriteAndFlush: { value: () => {} },
  blockingFlush: { value: () => {} },
}) as Stream

tellInstead(nowhere)
