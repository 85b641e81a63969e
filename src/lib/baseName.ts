/** A file's name without its folder and its ending: `nets/main.yaml` is `main`, `net.vpcanvas.json` is `net`. */
export function baseName(path: string): string {
  return path
    .replace(/^.*[\\/]/, '')
    .replace(/\.vpcanvas\.json$/, '')
    .replace(/\.[^.]*$/, '');
}
