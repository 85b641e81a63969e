/**
 * What a page that is the whole editor in one file starts with. Its other files stand in it as one compressed archive:
 * `self.vpcanvasFile` gives the address of each, and the editor is the first of them.
 */
const { files, start } = JSON.parse(document.getElementById('files').textContent);
const packed = Uint8Array.from(atob(document.getElementById('archive').textContent.trim()), (letter) =>
  letter.charCodeAt(0),
);
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
const archive = await new Response(unpacked).arrayBuffer();
const addresses = new Map();

self.vpcanvasFile = (name) => {
  let address = addresses.get(name);
  if (address !== undefined) return address;
  const file = files[name];
  if (file === undefined) throw new Error(`${name} is not in this file`);
  const bytes = new Uint8Array(archive, file.at, file.size);
  // A worker of a page that is a file sees no file of the page: it brings along those that it asks for.
  const parts = file.asksFor === undefined ? [bytes] : [bringing(file.asksFor), bytes];
  address = URL.createObjectURL(new Blob(parts, { type: file.type }));
  addresses.set(name, address);
  return address;
};

function bringing(names) {
  const brought = Object.fromEntries(names.map((name) => [name, inItself(files[name])]));
  return `self.vpcanvasFile = (name) => (${JSON.stringify(brought)})[name];\n`;
}

function inItself({ at, size, type }) {
  const pieces = [];
  // More arguments at once than this are too many for some browsers.
  for (let from = 0; from < size; from += 32_768)
    pieces.push(String.fromCharCode(...new Uint8Array(archive, at + from, Math.min(32_768, size - from))));
  return `data:${type};base64,${btoa(pieces.join(''))}`;
}

// A page that is a file starts no modules as workers; these are built as plain scripts.
self.Worker = class extends Worker {
  constructor(address, options) {
    super(address, { ...options, type: 'classic' });
  }
};

// As an element: the policy trusts what a trusted script puts into the page, and no address besides.
const editor = document.createElement('script');
editor.type = 'module';
editor.src = self.vpcanvasFile(start);
document.body.append(editor);
