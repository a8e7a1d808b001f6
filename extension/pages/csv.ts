// Lines → CSV as Excel opens it in Vietnam; nothing in it is taken for a formula.

/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Vietnamese writes decimals with a comma: Excel there parts columns at semicolons. */
const SEPARATOR = ';'

/** What a cell must not begin with, or a spreadsheet takes it for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** The text of a cell, with an apostrophe before what a spreadsheet would take for a formula. */
export const escapeFormula = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The whole file: UTF-8 with its mark, semicolons between cells, CR LF after each line. */
export const csvText = (lines: readonly (readonly (string | number)[])[]): string =>
  BYTE_ORDER_MARK +
  lines.map(line => `${line.map(cell => quoted(escapeFormula(String(cell)))).join(SEPARATOR)}\r\n`).join('')

/** The file that the browser saves. */
export const csvFile = (text: string): Blob => new Blob([text], { type: 'text/csv;charset=utf-8' })
