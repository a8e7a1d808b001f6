// Functions that run inside an extension page or worker find `chrome` there.
declare const chrome: typeof import('wxt/browser').browser
