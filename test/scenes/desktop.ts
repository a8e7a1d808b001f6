// A desktop of its own: an X server without a screen, and a window manager, so that focus, minimising and idleness are real.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Window managers, which differ in whom they give the keyboard, and in what they tell. */
export const MANAGERS = ['openbox', 'metacity', 'icewm'] as const
export type Manager = (typeof MANAGERS)[number]

/** A display on which the window manager ends more often than this is broken. */
const MOST_RESTARTS = 5

export class Desktop {
  readonly display: string
  readonly #name: Manager
  readonly #server: ChildProcess
  #manager: ChildProcess
  #other: ChildProcess | null = null
  #ended = false
  #restarts = 0

  private constructor(display: string, name: Manager, server: ChildProcess) {
    this.display = display
    this.#name = name
    this.#server = server
    this.#manager = this.#manage()
  }

  /** A window manager sometimes ends on a display that has just come: then it is started again. */
  #manage(): ChildProcess {
    const manager = spawn(this.#name, [], { env: this.env, stdio: 'ignore' })
    manager.once('exit', () => {
      if (this.#ended) return
      this.#restarts += 1
      if (this.#restarts <= MOST_RESTARTS) this.#manager = this.#manage()
    })
    return manager
  }

  static async start(name: Manager = 'openbox'): Promise<Desktop> {
    // -displayfd: the server itself picks a free display and tells it
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const told = server.stdio[3]
    if (!told) throw new Error('Xvfb has no display channel')
    const [number] = await once(told, 'data')
    const display = `:${String(number).trim()}`
    const desktop = new Desktop(display, name, server)
    await desktop.#ready()
    return desktop
  }

  get env(): NodeJS.ProcessEnv {
    return { ...process.env, DISPLAY: this.display }
  }

  /** Input by a hand: the pointer moves a little. */
  async touch(): Promise<void> {
    await this.#xdo('mousemove_relative', '--', '3', '0')
    await this.#xdo('mousemove_relative', '--', '-3', '0')
  }

  /**
   * The window on top has the focus, as whoever works in it sees to with a click. A browser that raises its window
   * is not always given the focus by the window manager: then no window has it.
   */
  async focusTop(): Promise<void> {
    const { stdout } = await run('xprop', ['-root', '_NET_CLIENT_LIST_STACKING'], { env: this.env })
    const top = Number(
      stdout
        .trim()
        .split(/[\s,]+/)
        .at(-1),
    )
    for (let tries = 0; top && tries < 5; tries += 1) {
      const focus = await run('xdotool', ['getwindowfocus'], { env: this.env }).catch(() => null)
      if (Number(focus?.stdout) === top) return
      await this.#xdo('windowactivate', '--sync', String(top), 'windowfocus', '--sync', String(top))
    }
  }

  /** Works for a while: a touch every few seconds. */
  async work(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000
    while (Date.now() < until) {
      await this.touch()
      await new Promise(done => setTimeout(done, Math.min(4000, Math.max(0, until - Date.now()))))
    }
  }

  /** Minimises the window in front; what it returns restores it. */
  async minimise(): Promise<() => Promise<void>> {
    const { stdout } = await run('xdotool', ['getactivewindow'], { env: this.env })
    const window = stdout.trim()
    await this.#xdo('windowminimize', '--sync', window)
    return () => this.#xdo('windowactivate', '--sync', window)
  }

  /** A click on the page, low and to the left: the extension's popup hangs from the upper right. */
  async click(): Promise<void> {
    await this.#xdo('mousemove', '60', '640', 'click', '1')
  }

  async key(name: string): Promise<void> {
    await this.#xdo('key', name)
  }

  /** The window that had the keyboard before comes to the front, as Alt+Tab brings it. */
  async previousWindow(): Promise<void> {
    await this.#xdo('keydown', 'alt', 'key', 'Tab', 'sleep', '0.2', 'keyup', 'alt')
  }

  /** Another virtual desktop, counted from 0. */
  async goTo(desktop: number): Promise<void> {
    await this.#xdo('set_desktop', String(desktop))
  }

  /** Another application comes to the front. */
  async openOther(): Promise<void> {
    this.#other = spawn('xmessage', ['-center', 'another application'], { env: this.env, stdio: 'ignore' })
    await this.#xdo('search', '--sync', '--onlyvisible', '--class', 'Xmessage', 'windowactivate', '--sync')
  }

  async closeOther(): Promise<void> {
    if (!this.#other) return
    const ended = once(this.#other, 'exit')
    this.#other.kill()
    await ended
    this.#other = null
  }

  /** The screen saver takes the screen, as when a person locks it; `unlock` gives it back. */
  async lock(): Promise<void> {
    await run('xset', ['s', 'activate'], { env: this.env })
  }

  async unlock(): Promise<void> {
    await run('xset', ['s', 'reset'], { env: this.env })
  }

  /** Waits until a window with this title is there and has the focus. */
  async focused(title: string): Promise<void> {
    await this.#xdo('search', '--sync', '--onlyvisible', '--name', title, 'windowactivate', '--sync')
  }

  /** Does something while the window manager hangs, and for a second and a half longer. */
  async late<T>(task: () => Promise<T>): Promise<T> {
    this.#manager.kill('SIGSTOP')
    try {
      const done = await task()
      await new Promise(over => setTimeout(over, 1500))
      return done
    } finally {
      this.#manager.kill('SIGCONT')
    }
  }

  async stop(): Promise<void> {
    await this.closeOther()
    this.#ended = true
    for (const child of [this.#manager, this.#server]) {
      const ended = once(child, 'exit')
      if (child.exitCode === null && child.kill()) await ended
    }
  }

  async #xdo(...args: string[]): Promise<void> {
    await run('xdotool', args, { env: this.env, timeout: 10_000 })
  }

  async #ready(): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      const managed = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env: this.env }).catch(
        () => null,
      )
      if (managed?.stdout.includes('window id')) return
      await new Promise(done => setTimeout(done, 100))
    }
    throw new Error('the desktop did not start')
  }
}
