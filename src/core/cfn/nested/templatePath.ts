/** The path of a template in the text of its URL, without host, query and fragment; '' where it ends in no name. */
export function templatePath(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '');
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return /\.[A-Za-z]\w*$/.test(name) && !name.includes('}') ? path : '';
}
