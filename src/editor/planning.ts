/** Steps of the address planner: each is one change of the document, and gives the words that say what it did. */
import { partText, type AddressPlan } from '../core/addresses/addressPlan';
import { giveBlock, mended, partProps } from '../core/addresses/changes';
import { refusalOf } from '../core/addresses/judge';
import type { Fault, Place } from '../core/addresses/proposals';
import type { Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { withDescendants } from '../core/model/queries';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { addInside } from './place';

export interface Outcome {
  readonly says: Words;
  readonly isRefused: boolean;
  /** The subnet that was changed or made. */
  readonly id?: ResourceId;
}

/** Gives a subnet another block, or says why it cannot have it. */
export function changeBlock(
  editor: Editor,
  plan: AddressPlan,
  id: ResourceId,
  { space, block }: Place,
): Outcome {
  const { catalog, store } = editor;
  const refusal = refusalOf(plan, id, block);
  const name = store.document.resources.get(id)?.name ?? '';
  if (refusal !== undefined) return refused(name, refusal);
  const text = partText(space.block, block);
  store.apply({
    title: { en: 'Change the block of a subnet', ja: 'サブネットのブロックの変更' },
    commands: giveBlock(catalog, store.document, id, space.block, block),
  });
  return {
    id,
    isRefused: false,
    says: { en: `${name} is now ${text}`, ja: `${name} を ${text} にしました` },
  };
}

/** Makes a subnet with that block, in the box where the fewest others stand. */
export function addPart(editor: Editor, plan: AddressPlan, { space, block }: Place): Outcome {
  const { catalog } = editor;
  const text = partText(space.block, block);
  const refusal = refusalOf(plan, null, block);
  if (refusal !== undefined) return { says: refusal, isRefused: true };
  for (const { kind, addresses } of catalog.kinds.values()) {
    if (addresses?.as !== 'part') continue;
    const id = addInside(editor, kind, homeOf(editor, plan, kind), partProps(addresses, space.block, block));
    if (id === undefined)
      return {
        isRefused: true,
        says: {
          en: 'its container is locked and has no room',
          ja: 'コンテナがロックされていて空きがありません',
        },
      };
    const name = editor.store.document.resources.get(id)?.name ?? '';
    return {
      id,
      isRefused: false,
      says: { en: `${name} added with ${text}`, ja: `${text} の ${name} を追加しました` },
    };
  }
  return {
    isRefused: true,
    says: { en: 'nothing takes addresses', ja: 'アドレスを使うリソースがありません' },
  };
}

export function mend(editor: Editor, plan: AddressPlan, { id, mend: change }: Fault): Outcome | undefined {
  if (change === undefined) return undefined;
  if (change.give === 'block') return changeBlock(editor, plan, id, change.place);
  const { catalog, store } = editor;
  store.apply({
    title: { en: 'Add an IPv6 block', ja: 'IPv6 CIDR ブロックの追加' },
    commands: mended(catalog, store.document, plan.network, id, change),
  });
  return {
    isRefused: false,
    says: {
      en: `${plan.name} has an IPv6 block from Amazon now`,
      ja: `${plan.name} に Amazon 提供の IPv6 CIDR ブロックを追加しました`,
    },
  };
}

/** Where subnets stand in boxes of their own (Availability Zones), the box with the fewest; else the network itself. */
function homeOf({ catalog, store }: Editor, { network, subnets }: AddressPlan, kind: KindName): ResourceId {
  const { parents } = catalog.kind(kind);
  const { document } = store;
  const counts = new Map<ResourceId, number>();
  const canHold = (resource: Resource | undefined): resource is Resource =>
    resource !== undefined && parents.includes(resource.kind);
  for (const { id } of subnets) {
    const parent = document.resources.get(document.resources.get(id)?.parentId ?? '');
    if (canHold(parent)) counts.set(parent.id, (counts.get(parent.id) ?? 0) + 1);
  }
  if (counts.has(network) || counts.size === 0) return network;
  for (const id of withDescendants(document, [network])) {
    const box = document.resources.get(id);
    if (id !== network && canHold(box) && !counts.has(id)) counts.set(id, 0);
  }
  return [...counts].reduce((least, each) => (each[1] < least[1] ? each : least))[0];
}

function refused(name: string, { en, ja }: Words): Outcome {
  return {
    isRefused: true,
    says: { en: `${name} stays as it is: ${en}`, ja: `${name} は変更しませんでした。${ja}` },
  };
}
