// The part of the X client that the witness speaks with; the package brings no types.
declare module 'x11' {
  type Answer<T> = (error: Error | null, value: T) => void
  interface ScreenSaver {
    QueryInfo(window: number, answer: Answer<{ readonly state: number; readonly idle: number }>): void
  }
  interface Client {
    GetInputFocus(answer: Answer<{ readonly focus: number }>): void
    GetProperty(
      remove: number,
      window: number,
      property: number,
      type: number,
      from: number,
      length: number,
      answer: Answer<{ readonly data: Buffer }>,
    ): void
    QueryTree(
      window: number,
      answer: Answer<{
        readonly parent: number
        readonly root: number
        readonly children: readonly number[]
      }>,
    ): void
    require(extension: 'screen-saver', answer: Answer<ScreenSaver>): void
    on(event: 'error', listener: (error: Error) => void): void
    close(): void
  }
  interface Display {
    readonly client: Client
    readonly screen: readonly { readonly root: number }[]
  }
  export function createClient(options: { readonly display: string }, answer: Answer<Display>): void
}
