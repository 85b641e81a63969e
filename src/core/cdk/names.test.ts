/** The names agree with the library itself: its declarations are read, for every type and property that we know. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaOf, typesOfNetworks, type ObjectSchema } from '../cfn/schema/schema';
import { attributeName, camelCase, classOf, isInLibrary, propertyName } from './names';

const library = dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
const declarations = new Map<string, string>();

function declarationsOf(module: string): string {
  let text = declarations.get(module);
  if (text === undefined) {
    const file = module.replace(/^aws-/, '');
    text = readFileSync(join(library, module, 'lib', `${file}.generated.d.ts`), 'utf8');
    declarations.set(module, text);
  }
  return text;
}

/** The body of the first declaration that begins so. */
function bodyOf(text: string, head: string): string | undefined {
  const start = text.indexOf(head);
  if (start < 0) return undefined;
  const end = text.slice(start).search(/\n(?: {4})?\}\n/);
  return text.slice(start, end < 0 ? undefined : start + end);
}

/** The sorts of objects in a type, and where each stands: what holds it, and the name of the property. */
function objectsIn(
  schema: ObjectSchema,
  holder = '',
  found = new Map<
    string,
    { readonly schema: ObjectSchema; readonly holder: string; readonly property: string }
  >(),
) {
  for (const [property, { takes }] of schema.properties) {
    const inner = takes.is === 'list' || takes.is === 'map' ? takes.of : takes;
    if (inner.is !== 'object' || inner.name === 'Tag' || found.has(inner.name)) continue;
    found.set(inner.name, { schema: inner.schema(), holder, property });
    objectsIn(inner.schema(), inner.name, found);
  }
  return found;
}

describe('the names of the library', () => {
  test.each([...typesOfNetworks()])('%s has its class, its properties and its attributes', (type) => {
    const found = classOf(type);
    const schema = schemaOf(type);
    const text = declarationsOf(found?.module ?? '');
    const props = bodyOf(text, `export interface ${found?.name}Props {`);
    const own = bodyOf(text, `export declare class ${found?.name} extends`);
    const missing = [...(schema?.properties.keys() ?? [])].filter(
      (name) => !new RegExp(`readonly ${propertyName(name)}\\??:`).test(props ?? ''),
    );
    const lacking = [...(schema?.attributes.keys() ?? [])].filter(
      (name) => !new RegExp(`get ${attributeName(name)}\\(\\)`).test(own ?? ''),
    );
    const expected = [...(schema?.attributes.keys() ?? [])].filter((name) => !isInLibrary(type, name));

    expect([own === undefined, missing, lacking]).toEqual([false, [], expected]);
    const namespace = text.slice(text.indexOf(`export declare namespace ${found?.name} {`));
    const bodyOfObject = (name: string): string =>
      name === '' ? (props ?? '') : (bodyOf(namespace, `    interface ${name}Property {`) ?? '');
    for (const [name, { schema: object, holder, property }] of schema === undefined
      ? []
      : objectsIn(schema)) {
      const declared = new RegExp(`readonly ${propertyName(property)}\\??: ([^;]*);`).exec(
        bodyOfObject(holder),
      );
      const isTyped =
        !/\bany\b/.test(declared?.[1] ?? 'any') &&
        [...object.properties.keys()].every((each) =>
          new RegExp(`readonly ${propertyName(each)}\\??:`).test(bodyOfObject(name)),
        );

      expect([name, isTyped]).toEqual([name, isInLibrary(type, name)]);
    }
  });

  test('what is no type of AWS has no class', () => {
    expect(classOf('Custom::Thing')).toBeUndefined();
    expect(classOf('AWS::EC2::VPC;evil()')).toBeUndefined();
    expect(classOf('Third::Party::Type::MODULE')).toBeUndefined();
  });

  test.each([
    ['VPCZoneIdentifier', 'vpcZoneIdentifier'],
    ['Ipv6CidrBlock', 'ipv6CidrBlock'],
    ['AMI_Id', 'amiId'],
    ['NAT', 'nat'],
  ])('%s is %s', (name, camel) => {
    expect(camelCase(name)).toBe(camel);
  });
});
