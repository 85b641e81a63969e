/** What everything is called in the code of a stack. */
import { constructIds, createNamePool, identifierIn, type ConstructId } from '../identifiers';
import { camelCase, classOf } from '../names';
import type { ProgramParameter } from '../readParameter';
import type { StackProgram } from '../stackProgram';
import type { Names } from './printExpression';
import { reservedNames, stackProperties } from './reserved';

export interface StackNames extends Names {
  /** The construct of something in a section of the template; asked for once. */
  construct(section: 'Parameter' | 'Mapping' | 'Condition' | 'Output', name: string): ConstructId;
  /** That of a resource. */
  constructOf(id: string): ConstructId;
  /** The members of the interface of the stack's properties, by parameter. */
  readonly members: ReadonlyMap<ProgramParameter, string>;
  /** A variable called like something in the template. */
  newVariable(name: string): string;
  /** What the value of a parameter, a condition's or a mapping's object is called from now on. */
  declare(section: 'Parameter' | 'Mapping' | 'Condition', name: string, expression: string): void;
  /** Resources can be named directly from now on. `isClass`: it has getters for its attributes. */
  declareResource(id: string, variable: string, isClass: boolean): void;
}

export function createStackNames({ resources, parameters }: StackProgram): StackNames {
  const modules = resources.flatMap(({ type }) => classOf(type)?.service ?? []);
  const variables = createNamePool([...reservedNames, ...modules]);
  const idOf = constructIds();
  const ids = new Map(resources.map(({ id }) => [id, idOf('Resource', id)]));
  const free = createNamePool(stackProperties);
  const members = new Map(
    parameters
      .filter(({ isProp }) => isProp)
      .map((parameter) => [parameter, free.take(identifierIn(camelCase(parameter.name)))]),
  );
  const declared = new Map<string, { readonly variable: string; readonly isClass: boolean }>();
  const expressions = new Map<string, string>();
  const expressionOf = (section: string, name: string): string => {
    const found = expressions.get(`${section} ${name}`);
    if (found === undefined) throw new Error(`${section} ${name} is used before it is declared`);
    return found;
  };
  return {
    construct: idOf,
    constructOf: (id) => ids.get(id) ?? { id, logicalId: null },
    members,
    newVariable: (name) => variables.take(identifierIn(camelCase(name))),
    declare: (section, name, expression) => void expressions.set(`${section} ${name}`, expression),
    declareResource: (id, variable, isClass) => void declared.set(id, { variable, isClass }),
    resource: (id) => declared.get(id),
    logicalId(id) {
      const { id: own, logicalId } = ids.get(id) ?? { id, logicalId: null };
      return logicalId ?? own;
    },
    parameter: (name) => expressionOf('Parameter', name),
    condition: (name) => expressionOf('Condition', name),
    mapping: (name) => expressionOf('Mapping', name),
  };
}
