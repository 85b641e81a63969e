/**
 * `kind.ts?page`: a kind without what only the worker, the importer and the exporter ask of it: its facts, its price, its
 * CloudFormation mapping, and the CloudFormation property of each field. A kind stays one file to read, and a page that
 * draws does not load twice what it needs. Of the mapping the names of the types stay, since the palette is searched by them.
 *
 * `kind.ts?help`: what only the inspector shows of a kind, the labels of its fields and their help, which the page leaves out
 * as well.
 */
import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function kindsForPage(): Plugin {
  return {
    name: 'vpcanvas-kinds-for-page',
    // After TypeScript has become JavaScript.
    enforce: 'post',
    transform(code, id) {
      if (!/\/kind\.ts\?(?:page|help)$/.test(id)) return undefined;
      const program = this.parse(code) as unknown as Node;
      const given = (find(program, isDefinition)?.['arguments'] as readonly Node[] | undefined)?.[0];
      if (given === undefined) throw new Error(`${id} should say defineKind({ … })`);
      const properties = given['properties'] as readonly Node[];
      if (id.endsWith('help')) return { code: wordsModule(properties, code), map: null };
      const cuts = [...propertiesIn(program), ...wordsIn(properties)].sort((a, b) => a.start - b.start);
      const textOf = (start: number, end: number): string => without(cuts, code, start, end);
      const kept = properties.flatMap((property) => {
        const name = nameOf(property);
        if (name === 'facts' || name === 'price') return [];
        return name === 'cfn' ? [typesOf(property, code, id)] : [textOf(property.start, property.end)];
      });
      const statements = (program['body'] as readonly Node[]).map((node): Statement => {
        const holdsKind = node.start <= given.start && given.end <= node.end;
        const text = holdsKind
          ? `${textOf(node.start, given.start)}{${kept.join(',\n')}}${textOf(given.end, node.end)}`
          : textOf(node.start, node.end);
        return { text, names: holdsKind ? null : namesOf(node) };
      });
      return { code: used(statements).join('\n'), map: null };
    },
  };
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The `property: '…'` of each description of a field (which says its control), with the comma behind it. */
function* propertiesIn(node: unknown): Generator<Cut> {
  if (Array.isArray(node)) {
    for (const each of node) yield* propertiesIn(each);
    return;
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  // Every object with a type in a syntax tree is a node of it.
  const own = node as Node;
  const members = own.type === 'ObjectExpression' ? (own['properties'] as readonly Node[]) : [];
  if (members.some((each) => nameOf(each) === 'control'))
    yield* cutsOf(members, (member) => nameOf(member) === 'property');
  yield* propertiesIn(Object.values(own));
}

function without(cuts: readonly Cut[], code: string, start: number, end: number): string {
  let text = '';
  let from = start;
  for (const cut of cuts) {
    if (cut.start < from || cut.end > end) continue;
    text += code.slice(from, cut.start);
    from = cut.end;
  }
  return text + code.slice(from, end);
}

/** Those members of an object that are not wanted, with the commas behind them. */
function cutsOf(members: readonly Node[], isCut: (member: Node) => boolean): readonly Cut[] {
  return members.flatMap((member, index) =>
    isCut(member) ? [{ start: member.start, end: members[index + 1]?.start ?? member.end }] : [],
  );
}

/** The label and the help of each field that is described in the kind itself. */
function wordsIn(properties: readonly Node[]): readonly Cut[] {
  return fieldsIn(properties).flatMap((field) => cutsOf(membersOf(field), isSaid));
}

/** The same, as a module of its own: the words of each field by its prop. */
function wordsModule(properties: readonly Node[], code: string): string {
  const text = (node: Node): string => code.slice(node.start, node.end);
  const kind = properties.find((each) => nameOf(each) === 'kind');
  const said = fieldsIn(properties).map((field) => {
    const words = membersOf(field).filter(isSaid).map(text);
    return `${JSON.stringify(nameOf(field))}: { ${words.join(', ')} }`;
  });
  return `export default { ${kind === undefined ? '' : text(kind)}, says: { ${said.join(', ')} } };`;
}

function fieldsIn(properties: readonly Node[]): readonly Node[] {
  const fields = properties.find((each) => nameOf(each) === 'fields');
  return fields === undefined ? [] : membersOf(fields);
}

/** The members of the object that a property has as its value. */
function membersOf(property: Node): readonly Node[] {
  return ((property['value'] as Node | undefined)?.['properties'] ?? []) as readonly Node[];
}

/** Words that stand where they are used; those that have a name of their own may be used elsewhere, and stay. */
function isSaid(node: Node): boolean {
  const words = membersOf(node);
  return (
    ['label', 'help', 'addLabel'].includes(String(nameOf(node))) &&
    words.length > 0 &&
    words.every((each) => typeof (each['value'] as Node | undefined)?.['value'] === 'string')
  );
}

interface Statement {
  readonly text: string;
  /** What it declares; null for one that stays whatever it declares. */
  readonly names: readonly string[] | null;
}

/**
 * Without what only served the parts that were left out. A module that is imported for nothing would be loaded all the
 * same.
 */
function used(statements: readonly Statement[]): readonly string[] {
  const needed = statements.filter(
    ({ names }, index) =>
      names === null ||
      names.some((name) => {
        const mention = new RegExp(`(?<![\\w$'])(?<![^.]\\.)${name.replaceAll('$', '\\$')}(?![\\w$])`);
        return statements.some(({ text }, other) => other !== index && mention.test(text));
      }),
  );
  return needed.length === statements.length ? needed.map(({ text }) => text) : used(needed);
}

function namesOf(node: Node): readonly string[] | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return (node['specifiers'] as readonly Node[]).map((each) => (each['local'] as Node)['name'] as string);
    case 'FunctionDeclaration':
      return [(node['id'] as Node)['name'] as string];
    case 'VariableDeclaration': {
      const ids = (node['declarations'] as readonly Node[]).map((each) => each['id'] as Node);
      return ids.every(({ type }) => type === 'Identifier')
        ? ids.map((each) => each['name'] as string)
        : null;
    }
    default:
      return null;
  }
}

function typesOf(property: Node, code: string, id: string): string {
  const value = property['value'] as Node;
  const types = (value['properties'] as readonly Node[] | undefined)?.find(
    (each) => nameOf(each) === 'types',
  );
  if (types === undefined)
    throw new Error(`${id} should name its types where it gives its mapping: cfn: { types: […], … }`);
  return `'cfn': { ${code.slice(types.start, types.end)} }`;
}

function isDefinition(node: Node): boolean {
  const callee = node['callee'] as Node | undefined;
  return node.type === 'CallExpression' && callee?.['name'] === 'defineKind';
}

function nameOf(property: Node): unknown {
  return (property['key'] as Node | undefined)?.['name'];
}

/** The first node in a tree that is of a sort. */
function find(node: unknown, is: (node: Node) => boolean): Node | undefined {
  if (Array.isArray(node)) {
    for (const each of node) {
      const found = find(each, is);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return undefined;
  // Every object with a type in a syntax tree is a node of it.
  const own = node as Node;
  return is(own) ? own : find(Object.values(own), is);
}
