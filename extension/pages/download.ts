// Hands a file to the person: the browser's own download, without a permission and without a request.

/** Long enough for a slow disk; the address holds the whole file in memory until then. */
const KEPT_MS = 60_000

/** Saves a file under a name, as if the person had clicked a link to it. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
