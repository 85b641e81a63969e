/** What everything is called in the code of a stack. */
import { constructIds, createNamePool, identifierIn, type ConstructId } from '../identifiers';
import type { Language } from '../language';
import { camelCase, classOf } from '../names';
import type { ProgramParameter } from '../readParameter';
import type { StackProgram } from '../stackProgram';
import type { Names } from './printExpression';

export interface StackNames extends Names {
  /** The construct of something in a section of the template; asked for once. */
  construct(section: 'Parameter' | 'Mapping' | 'Condition' | 'Output', name: string): ConstructId;
  /** That of a resource. */
  constructOf(id: string): ConstructId;
  /** The properties of the stack, by parameter. */
  readonly members: ReadonlyMap<ProgramParameter, string>;
  /** A variable called like something in the template. */
  newVariable(name: string): string;
  /** What the value of a parameter, a condition's or a mapping's object is called from now on. */
  declare(section: 'Parameter' | 'Mapping' | 'Condition', name: string, expression: string): void;
  /** Whether it is declared; a condition in a circle is not before it is used. */
  isDeclared(section: 'Condition', name: string): boolean;
  /** Resources can be named directly from now on. `isClass`: it has getters for its attributes. */
  declareResource(id: string, variable: string, isClass: boolean): void;
}

export function createStackNames({ resources, parameters }: StackProgram, language: Language): StackNames {
  const modules = resources.flatMap(({ type }) => classOf(type)?.service ?? []);
  const variables = createNamePool([...language.reserved, ...modules]);
  const idOf = constructIds();
  const ids = new Map(resources.map(({ id }) => [id, idOf('Resource', id)]));
  const free = language.propsAreVariables ? variables : createNamePool(language.ofStacks);
  const nameIn = (name: string): string => language.variable(identifierIn(camelCase(name)));
  const members = new Map(
    parameters
      .filter(({ isProp }) => isProp)
      .map((parameter) => [parameter, free.take(nameIn(parameter.name))]),
  );
  const declared = new Map<string, { readonly variable: string; readonly isClass: boolean }>();
  const expressions = new Map<string, string>();
  const expressionOf = (section: string, name: string): string => {
    const found = expressions.get(`${section} ${name}`);
    if (found === undefined) throw new Error(`${section} ${name} is used before it is declared`);
    return found;
  };
  return {
    language,
    construct: idOf,
    constructOf: (id) => ids.get(id) ?? { id, logicalId: null },
    members,
    newVariable: (name) => variables.take(nameIn(name)),
    declare: (section, name, expression) => void expressions.set(`${section} ${name}`, expression),
    isDeclared: (section, name) => expressions.has(`${section} ${name}`),
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
