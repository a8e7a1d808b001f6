// What a scene may do with a browser, whichever it is.
import type { Command } from '../../shared/wire/messages.ts'
import type { Desktop } from './desktop.ts'
import type { XWitness } from './x-witness.ts'

/** A tab, as its driver knows it. */
export interface Tab {
  url(): string
  close(): Promise<void>
}

export interface SceneStage {
  /** What really was in front. */
  readonly truth: XWitness
  readonly desktop: Desktop
  /** Opens a host in a new tab in front. */
  open(host: string, path?: string): Promise<Tab>
  /** Opens a host in a tab that stays behind the one in front. */
  openBehind(host: string): Promise<void>
  /** Opens a host in a window of its own, in front. */
  openWindow(host: string): Promise<Tab>
  /** Goes to a host in the tab that is in front. */
  go(tab: Tab, host: string, path?: string): Promise<void>
  back(tab: Tab, host: string): Promise<void>
  forward(tab: Tab, host: string): Promise<void>
  /** Brings a tab and its window to the front. */
  show(tab: Tab): Promise<void>
  /** Minimises the window in front; what it returns restores it. */
  minimise(tab: Tab): Promise<() => Promise<void>>
  /** The page says something and waits; what it returns sends the box away. */
  alert(tab: Tab, text: string): Promise<() => Promise<void>>
  /** Runs a function in a page. */
  run<A>(tab: Tab, task: (argument: A) => void, argument: A): Promise<void>
  /** Works for a while: a touch every few seconds. */
  work(seconds: number): Promise<void>
  /** Lets time pass without input. */
  wait(seconds: number): Promise<void>
  /** Runs a function where the browser's extension interface is, without changing what is in front. */
  inExtension<A, R>(task: (argument: A) => Promise<R>, argument: A): Promise<R>
  /** A command as a page of the extension sends it. */
  says(command: Command): Promise<void>
  /** The browser stops the extension's background, as it does when that has been quiet. */
  stopBackground(tab: Tab): Promise<void>
  /** Stops, continues or kills the whole browser. */
  signal(name: Signal): void
  /** Everything in every store of the extension. */
  dump(): Promise<Record<string, unknown[]>>
  /** Ends a scene: one empty page in front, everything else closed, and a moment for the extension to see it. */
  clear(): Promise<void>
  close(): Promise<void>
}

export type Signal = 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'
