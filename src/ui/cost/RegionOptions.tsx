/** The Regions to choose from, with their places; those that only the design or somebody's prices name come after them. */
import { regions } from '../../lib/regions';
import { useSay } from '../useEditor';

export function RegionOptions({ among }: { readonly among: readonly string[] }) {
  const say = useSay();
  const others = new Set(among.filter((name) => name !== '' && !regions.some((each) => each.name === name)));
  return (
    <>
      {regions.map(({ name, place }) => (
        <option key={name} value={name}>
          {`${name} ${say(place)}`}
        </option>
      ))}
      {[...others].map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </>
  );
}
