/**
 * Files of packages that a function reads while it runs, by the path of its code. The build lays them beside the
 * function's bundle, because WebAssembly and fonts cannot be part of it.
 */
export const BundledFiles: Readonly<Record<string, readonly string[]>> = {
  'queues/reports': [
    'canvaskit-wasm/bin/canvaskit.wasm',
    'roboto-fontface/fonts/roboto/Roboto-Medium.woff',
    'roboto-fontface/fonts/roboto/Roboto-Regular.woff',
  ],
};
