// Asked before the long work: will the hub be able to listen afterwards?
import { createServer } from 'node:net'

/** True where a server could listen at this host and port now. */
export const isFree = ({ host, port }: { readonly host: string; readonly port: number }): Promise<boolean> =>
  new Promise(done => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, host, () => probe.close(() => done(true)))
  })
