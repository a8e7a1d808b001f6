// Options for the browser, on a page that has added to Object.prototype: what stands there is no option of ours.

/** The same values, and nothing behind them. */
export const bare = <T extends object>(own: T): T => ({ __proto__: null, ...own })
