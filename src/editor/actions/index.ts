/** All actions. An area of the editor adds its list here; what needs a browser (file dialogs) is registered by the interface. */
import type { Action } from './action';
import { aligningActions } from './aligning';
import { arranging } from './arranging';
import { bending } from './bending';
import { connecting } from './connecting';
import { containing } from './containing';
import { editing } from './editing';
import { history } from './history';
import { lenses } from './lenses';
import { locking } from './locking';
import { picturing } from './picturing';
import { stackingActions } from './stacking';
import { tidying } from './tidying';
import { tools } from './tools';
import { viewing } from './viewing';
import { walking } from './walking';

export type { Action, ActionGroup } from './action';

const areas: readonly (readonly Action[])[] = [
  history,
  bending,
  editing,
  tidying,
  arranging,
  aligningActions,
  stackingActions,
  locking,
  connecting,
  containing,
  viewing,
  lenses,
  tools,
  picturing,
  walking,
];

let registered: readonly Action[] = [];
let all: readonly Action[] = areas.flat();

/** In the order menus show them. */
export function allActions(): readonly Action[] {
  return all;
}

export function actionById(id: string): Action | undefined {
  return all.find((action) => action.id === id);
}

/** Adds actions that only the interface can carry out; returns how to take them out again. */
export function registerActions(actions: readonly Action[]): () => void {
  registered = [...registered, ...actions];
  all = [...areas.flat(), ...registered];
  return () => {
    registered = registered.filter((action) => !actions.includes(action));
    all = [...areas.flat(), ...registered];
  };
}
