/**
 * Addresses of files that are built beside the page. Where the whole editor is one HTML file, that file has them in itself
 * and gives addresses of its own (`build/oneFileStart.js`).
 */

declare global {
  var vpcanvasFile: ((path: string) => string) | undefined;
}

/** `path` is relative to the page: `NOTICE.txt`. */
export function builtFile(path: string): string {
  return globalThis.vpcanvasFile?.(path) ?? `./${path}`;
}

/** The icon pack's file, unmodified. `icon` is its folder and name: `resource/AmazonVPCNATGateway`. */
export function iconAddress(icon: string): string {
  return builtFile(`icons/${icon}.svg`);
}
