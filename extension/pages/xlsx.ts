// Rows → an Excel workbook; nothing in it is taken for a formula.
import type { CellObject, Sheet } from 'write-excel-file/universal'
import { escapeFormula } from './csv.ts'

/** A cell of words, wrapped where they are long. */
export const textCell = (text: string): CellObject => ({ value: escapeFormula(text), wrap: true })

/** A heading. */
export const boldCell = (text: string): CellObject => ({ ...textCell(text), fontWeight: 'bold' })

/** How Excel shows shares: cells hold 0.4567 where people read 45.67%. */
export const SHARE_FORMAT = '0.00%'

/** The file that the browser saves. The writer of workbooks is large: it is loaded when somebody asks. */
export async function xlsxFile(sheets: Sheet<Blob>[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  return write(sheets).toBlob()
}
