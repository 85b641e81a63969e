/**
 * Makes `providerSchema.txt`: what the provider of AWS takes and gives for the types that our tables name. It reads the package
 * that HashiCorp makes from the provider's own schema:
 *
 *   npm pack @cdktf/provider-aws@21.22.1 && tar xzf cdktf-provider-aws-21.22.1.tgz
 *   node src/testing/run.js src/testing/terraform/extractSchema.ts package
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = 'src/testing/terraform/providerSchema.txt';

export function main([folder]: readonly string[]): number {
  if (folder === undefined) throw new Error('expected the folder of the unpacked package');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const tables = tablesCode();
  const wanted = typesIn(tables);
  const lookedUp = new Set(
    [...tables.matchAll(/\b(?:data|of|current)\(\s*'(aws_\w+)'/g)].map(([, name]) => name),
  );
  const lines: string[] = [];
  let provider = '';
  for (const name of readdirSync(join(folder, 'lib')).sort()) {
    const path = join(folder, 'lib', name);
    if (!existsSync(join(path, 'index.d.ts'))) continue;
    const declared = readFileSync(join(path, 'index.d.ts'), 'utf8');
    const type = /static readonly tfResourceType = "(\w+)"/.exec(declared)?.[1];
    if (type === undefined || !wanted.some((each) => each.test(type))) continue;
    provider = /hashicorp\/aws\/([\d.]+)\//.exec(declared)?.[1] ?? provider;
    const isData = name.startsWith('data-');
    if (isData && !lookedUp.has(type)) continue;
    lines.push(
      `${isData ? 'data' : 'resource'} ${type}`,
      ...schemaLines(declared, readFileSync(join(path, 'index.js'), 'utf8'), tables),
    );
  }
  writeFileSync(
    target,
    [
      `# hashicorp/aws ${provider}, from @cdktf/provider-aws ${version}. Made by src/testing/terraform/extractSchema.ts, which says how.`,
      '# Each line: the name, what it takes or gives, and whether it must be there. Blocks have their own lines below them.',
      ...lines,
      '',
    ].join('\n'),
  );
  return 0;
}

/** The code of all tables, and of what they are written with. */
function tablesCode(): string {
  return ['src/kinds', 'src/core/terraform']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(
          (name) =>
            /(?:^|\/)\w+\.ts$/.test(name) && (folder !== 'src/kinds' || /\/terraform\w*\.ts$/.test(name)),
        )
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
}

/** Every type that a table names; one that is put together stands for all that it could be. */
function typesIn(code: string): readonly RegExp[] {
  const names = [...code.matchAll(/['`](aws_(?:\w|\$\{\w+\})+)['`]/g)].map(([, name = '']) => name);
  return [...new Set(names)].map((name) => new RegExp(`^${name.replace(/\$\{\w+\}/g, '[a-z]+')}$`));
}

/** `tables`: the inside of a block that they do not name is left out. */
function schemaLines(declared: string, code: string, tables: string): readonly string[] {
  const interfaces = new Map(
    [...declared.matchAll(/^export interface (\w+)[^{]*\{\n([^]*?)^\}/gm)].map(([, name = '', body = '']) => [
      name,
      body,
    ]),
  );
  const config = [...declared.matchAll(/^export interface (\w+) extends cdktf\.TerraformMetaArguments/gm)].at(
    -1,
  )?.[1];
  const taken = propertiesIn(config === undefined ? '' : (interfaces.get(config) ?? ''));
  const whole = code.slice(code.lastIndexOf(' extends cdktf.Terraform'));
  return [
    ...takenLines(taken, interfaces, tables, ' '),
    ...givenLines(whole, code, new Set(taken.map(({ name }) => name)), ' '),
  ];
}

interface Property {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isBlock: boolean;
}

/** The name that the provider has for a property stands in the link to its documentation. */
function propertiesIn(body: string): readonly Property[] {
  return [...body.matchAll(/\/\*\*([^]*?)\*\/\s+readonly (\w+)(\??): ([^]*?);\n(?=\s*(?:\/\*\*|$))/g)].map(
    ([, words = '', given = '', mark = '', type = '']) => ({
      name: /#(\w+) /.exec(words)?.[1] ?? given,
      type: type.replace(' | cdktf.IResolvable', '').replace(/\s+/g, ''),
      isRequired: mark === '',
      isBlock: /\* \w+ block\n/.test(words),
    }),
  );
}

function takenLines(
  properties: readonly Property[],
  interfaces: ReadonlyMap<string, string>,
  tables: string,
  indent: string,
): readonly string[] {
  return properties.flatMap(({ name, type, isRequired, isBlock }) => {
    if (name === 'timeouts' || name === 'tags_all') return [];
    const must = isRequired ? ' required' : '';
    const inner = interfaces.get(type.replace('[]', ''));
    if (inner === undefined) return [`${indent}${name} ${sortOf(type)}${must}`];
    const many = type.endsWith('[]') ? 'many' : 'one';
    return [
      `${indent}${name} ${isBlock ? 'block' : 'object'} ${many}${must}`,
      ...(new RegExp(`\\b${name.replace(/^tunnel\d_/, '')}\\b`).test(tables)
        ? takenLines(propertiesIn(inner), interfaces, tables, `${indent} `)
        : []),
    ];
  });
}

function sortOf(type: string): string {
  if (type.startsWith('{')) return 'map';
  const known = {
    string: 'text',
    number: 'number',
    boolean: 'truth',
    'string[]': 'texts',
    'number[]': 'numbers',
  };
  return known[type as keyof typeof known] ?? 'anything';
}

const getters: Readonly<Record<string, string>> = {
  Boolean: 'truth',
  List: 'texts',
  Number: 'number',
  NumberList: 'numbers',
  String: 'text',
  StringMap: 'map',
};

/** What a resource only gives. */
function givenLines(
  code: string,
  all: string,
  taken: ReadonlySet<string>,
  indent: string,
): readonly string[] {
  const plain = [...code.matchAll(/get(\w+)Attribute\('(\w+)'\)/g)].flatMap(([, getter = '', name = '']) =>
    taken.has(name) || name === 'tags_all' ? [] : [`${indent}${name} ${getters[getter] ?? 'anything'} given`],
  );
  const maps = [...code.matchAll(/new cdktf\.\w*Map\(this, "(\w+)"\)/g)].flatMap(([, name = '']) =>
    taken.has(name) || name === 'tags_all' ? [] : [`${indent}${name} map given`],
  );
  const objects = [...code.matchAll(/new (\w+?)(List|OutputReference)\(this, "(\w+)"/g)].flatMap(
    ([, sort = '', many = '', name = '']) => {
      if (taken.has(name) || name === 'timeouts') return [];
      const start = all.indexOf(`class ${sort}OutputReference `);
      const inner = start < 0 ? '' : all.slice(start, all.indexOf('\n}', start));
      return [
        `${indent}${name} object ${many === 'List' ? 'many' : 'one'} given`,
        ...givenLines(inner, all, new Set(), `${indent} `),
      ];
    },
  );
  return [...new Set([...plain, ...maps, ...objects])];
}
