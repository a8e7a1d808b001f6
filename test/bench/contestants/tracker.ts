// A visitor counter as sites include it: no picture, but the price of a foreign script.
import { init } from '@plausible-analytics/tracker'

init({ domain: 'host.test', endpoint: `${new URL(import.meta.url).origin}/event`, captureOnLocalhost: true })
