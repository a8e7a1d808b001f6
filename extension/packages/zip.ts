// A built folder as one zip, byte for byte the same for the same files.
import { createWriteStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** The oldest instant that a zip can tell; a real one would change the bytes at each build. */
const ALWAYS = new Date(1980, 0, 1)

/** @param replaced contents that stand in the place of a file's own, by path inside the folder */
export function zipOf(folder: string, replaced: Readonly<Record<string, string>>): Readable {
  const zip = new ZipFile()
  for (const path of filesIn(folder)) {
    const other = replaced[path]
    if (other === undefined) zip.addFile(join(folder, path), path, { mtime: ALWAYS, mode: 0o100644 })
    else zip.addBuffer(Buffer.from(other), path, { mtime: ALWAYS, mode: 0o100644 })
  }
  zip.end()
  return zip.outputStream as Readable
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** Resolves when the file is closed. */
export const writeZip = (zip: Readable, path: string): Promise<void> => pipeline(zip, createWriteStream(path))
