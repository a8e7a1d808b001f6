// A temporary folder for one whole run: what the tests leave behind in it can be named, and goes with it.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is ours, and what the browsers' drivers and the browsers make for us. */
const OURS = /^(nhipso-|playwright|puppeteer|org\.chromium|\.org\.chromium|rust_mozprofile|Temp-)/

/** Every process of the run that asks for the temporary folder is given this one. */
export function openTemporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-run-'))
  chmodSync(folder, 0o755) // PostgreSQL and nginx are other users where the tests run as root
  process.env.TMPDIR = folder
  process.env.NODE_COMPILE_CACHE = join(folder, 'compile-cache') // the hub's commands start a hundred times
  return folder
}

/** Names of what should have gone. */
export const leftIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter(name => OURS.test(name))

export const closeTemporary = (folder: string): void => rmSync(folder, { recursive: true, force: true })
