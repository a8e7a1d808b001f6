// What a process holds and has used, as Linux tells it.
import { readFileSync } from 'node:fs'

const status = (pid: number, name: string): number =>
  Number(
    new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
  )

/** Resident memory now, kB. */
export const residentKb = (pid: number): number => status(pid, 'VmRSS')
/** The most it ever was, kB. */
export const mostKb = (pid: number): number => status(pid, 'VmHWM')

const TICKS_A_SECOND = 100

/** Processor time used so far, user and system, ms. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1000
}
