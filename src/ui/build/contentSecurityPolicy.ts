/**
 * Writes a strict Content-Security-Policy into the built page. Not while developing: Vite's own client needs inline
 * scripts and a socket.
 */
import type { Plugin } from 'vite';

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // WebAssembly, of which AWS's validator of templates is made, and nothing else that is made of text. A worker follows what
  // it is served with, and in some browsers the page.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'worker-src': "'self' blob:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The policy with other directives in place of some. */
export function policyWith(others: Readonly<Record<string, string>>): string {
  return Object.entries({ ...directives, ...others })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export function contentSecurityPolicy(): Plugin {
  return {
    name: 'vpcanvas-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: policyWith({}),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}
