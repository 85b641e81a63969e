/**
 * The props of every kind, by the kind's name. It is empty here because core knows no kind: each `kinds/<kind>/kind.ts`
 * adds its own line by declaration merging.
 *
 *     declare module '../../core/model/kinds' {
 *       interface KindProps { vpc: VpcProps }
 *     }
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- filled by the kinds
export interface KindProps {}

/** The name of a kind, such as `vpc` or `nat-gateway`. */
export type KindName = keyof KindProps & string;

/** The props of one kind. */
export type PropsOf<K extends KindName> = KindProps[K];
