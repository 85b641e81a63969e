import { defineCommand } from './command';

/** Sets some props of a resource, by name. Names its kind does not have are left out. */
export const setProps = defineCommand<{
  readonly id: string;
  readonly props: Readonly<Record<string, unknown>>;
}>({
  label: { en: 'Change', ja: '変更' },
  run(draft, { id, props }, { catalog }) {
    const resource = draft.resources.get(id);
    if (resource === undefined) return;
    const fields = catalog.fields(resource.kind);
    const target = resource.props as Record<string, unknown>;
    for (const [name, value] of Object.entries(props)) if (fields.has(name)) target[name] = value;
  },
});
