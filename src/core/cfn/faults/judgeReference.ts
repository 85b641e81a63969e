/** What is wrong with one reference, and what was surely meant by it. */
import { likely, type Likely } from '../../../lib/nearest';
import type { Words } from '../../../lib/words';
import type { ValueSchema } from '../schema/schema';
import type { SyntaxNode } from '../source/syntax';
import type { Stack } from '../stack';
import { mayBeAnything, type IdProperty } from './idProperties';
import type { FaultyReference, Meant, Spot, TemplateFault } from './templateFault';
import { didYouMean } from './templateFault';

/** A value under a property that names resources. */
export interface Place extends Spot {
  readonly expects: IdProperty | undefined;
  /** What AWS takes there; undefined where nothing is known of the resource's type. */
  readonly takes: ValueSchema | undefined;
  /** Inside the argument of a function, whose items are no places of their own. */
  readonly inCall: boolean;
}

export interface ReferenceJudge {
  /** A name of nothing. */
  dangling(
    node: SyntaxNode | undefined,
    name: string,
    attribute: string | undefined,
    place: Place,
    candidates: Iterable<string>,
  ): void;
  /** A name of a resource of some type. */
  target(
    node: SyntaxNode | undefined,
    name: string,
    type: string,
    attribute: string | undefined,
    place: Place,
    expects: IdProperty,
  ): void;
  parameter(name: string, type: string, place: Place, expects: IdProperty): void;
  /** A text where a reference may have been meant. */
  literal(node: SyntaxNode, text: string, place: Place, expects: IdProperty): void;
}

export function createReferenceJudge(
  stack: Stack,
  fault: (rule: TemplateFault['rule'], place: Spot, message: Words, meant?: Meant) => void,
  /** Filled with the faulty references, by the nodes that they are. */
  faulty: Map<SyntaxNode, FaultyReference>,
): ReferenceJudge {
  /** `node`: the whole value, where all of it is the reference. */
  const tell = (
    rule: TemplateFault['rule'],
    node: SyntaxNode | undefined,
    place: Place,
    why: Words,
    near: Likely | undefined,
    { en, ja }: Words,
    attribute: string | undefined,
  ): void => {
    const isSure = near?.sure === true && stack.resources.has(near.name);
    const meant = isSure ? meantAs(near.name, attribute ?? place.expects?.attribute) : undefined;
    if (node !== undefined)
      faulty.set(node, { path: place.path, why, ...(meant === undefined ? {} : { meant }) });
    fault(rule, place, { en: `${why.en}${en}`, ja: `${why.ja}${ja}` }, meant);
  };

  return {
    dangling(node, name, attribute, place, candidates) {
      const near = likelyMeant(stack, name, place.expects, candidates);
      tell(
        'template-dangling-reference',
        node,
        place,
        {
          en: `${place.property} of ${place.on} refers to “${name}”, which the template does not have`,
          ja: `${place.on} の ${place.property} が、テンプレートにない「${name}」を参照しています`,
        },
        near,
        didYouMean(near?.name),
        attribute,
      );
    },

    target(node, name, type, attribute, place, expects) {
      if (mayBeAnything(type) || type === '') return;
      // An attribute may give anything: the VPC of a subnet, say.
      if (attribute !== undefined) return;
      const [wanted = ''] = expects.types;
      if (!expects.types.includes(type)) {
        const near = likelyMeant(stack, name, expects, []);
        const { en, ja } = didYouMean(near?.name);
        tell(
          'template-wrong-type-reference',
          node,
          place,
          {
            en: `${place.property} of ${place.on} refers to ${name}, which is ${type} and not ${wanted}`,
            ja: `${place.on} の ${place.property} が参照する ${name} は ${type} です`,
          },
          near,
          { en, ja: `。${wanted} を参照してください${ja}` },
          undefined,
        );
      } else if (expects.attribute !== undefined)
        tell(
          'template-wrong-type-reference',
          node,
          place,
          {
            en: `${place.property} of ${place.on} needs !GetAtt ${name}.${expects.attribute}; !Ref ${name} gives something else`,
            ja: `${place.on} の ${place.property} には !GetAtt ${name}.${expects.attribute} を指定してください。!Ref ${name} は別の値になります`,
          },
          { name, sure: true },
          { en: '', ja: '' },
          undefined,
        );
    },

    parameter(name, type, place, expects) {
      const inner = /^(?:List<)?(AWS::EC2::[A-Za-z]+)::Id>?$/.exec(type)?.[1];
      if (inner !== undefined && !expects.types.includes(inner) && inner !== 'AWS::EC2::Image')
        fault('template-wrong-type-reference', place, {
          en: `${place.property} of ${place.on} refers to the parameter ${name}, which is ${type}`,
          ja: `${place.on} の ${place.property} が参照するパラメータ ${name} の型は ${type} です`,
        });
    },

    literal(node, text, place, expects) {
      const named = stack.resources.get(text);
      const isName = expects.id === undefined;
      if (
        isName ? named === undefined || !expects.types.includes(named.type) : expects.id?.test(text) === true
      )
        return;
      // An empty text, a dynamic reference, or a text of which a tool fills a part is none of ours to judge.
      if (text === '' || text.includes('{{') || text.includes('${')) return;
      const near: Likely | undefined =
        named !== undefined && expects.types.includes(named.type)
          ? { name: text, sure: true }
          : stack.parameters.has(text)
            ? { name: text, sure: false }
            : likelyMeant(stack, text, expects, stack.resources.keys());
      tell(
        'template-literal-for-reference',
        node,
        place,
        {
          en: `${place.property} of ${place.on} is the text “${text}”, which is no id`,
          ja: `${place.on} の ${place.property} が「${text}」という文字列です。ID ではありません`,
        },
        near,
        near === undefined
          ? { en: '', ja: '' }
          : {
              en: `; did you mean ${referenceTo(near.name, expects)}?`,
              ja: `。${referenceTo(near.name, expects)} の誤りではありませんか`,
            },
        undefined,
      );
    },
  };
}

function meantAs(logicalId: string, attribute: string | undefined): Meant {
  const write = attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
  return { logicalId, write };
}

/** The name that was meant: one of the right type first; the only one of its type when no name is near. */
function likelyMeant(
  stack: Stack,
  name: string,
  expects: IdProperty | undefined,
  candidates: Iterable<string>,
): Likely | undefined {
  if (expects === undefined) return likely(name, candidates);
  const right = [...stack.resources.values()].filter(({ type }) => expects.types.includes(type));
  const near = likely(
    name,
    right.map(({ logicalId }) => logicalId),
  );
  const only = right.length === 1 ? right[0] : undefined;
  return near ?? (only === undefined ? undefined : { name: only.logicalId, sure: true });
}

function referenceTo(logicalId: string, { attribute }: IdProperty): string {
  return attribute === undefined ? `!Ref ${logicalId}` : `!GetAtt ${logicalId}.${attribute}`;
}
