import { useRef, useState } from 'preact/hooks';
import type { Position } from '../domain/distance.ts';
import { asksForPoints, type Shard, type Town, type Wish } from '../domain/finder.ts';

/** The file of lines that work across borders, which every wish may need. */
export const worldwide = 'xx';

async function read<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
}

/**
 * The files of points that are on the phone already, and `load`, which brings what a wish needs: one small file a country.
 * To find the nearest it reads every country, because the host that serves the files must not learn from them where the
 * reader is; without a place to measure from it reads the towns to choose from.
 * @param folder the address of the files
 * @param countries every country that has a file
 */
export function usePointFiles(folder: string, countries: readonly string[]) {
  const [shards, setShards] = useState<Readonly<Record<string, Shard>>>({});
  const [towns, setTowns] = useState<Readonly<Record<string, Town>> | undefined>();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const turn = useRef(0);

  const load = async (wish: Wish, from: Position | undefined): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    if (!asksForPoints(wish)) {
      setState('idle');
      return;
    }
    setState('busy');
    try {
      const near = wish.sort === 'near';
      if (near && !from && !towns) setTowns(await read<Record<string, Town>>(`${folder}places.json`));
      const wanted = near ? (from ? countries : []) : wish.country ? [wish.country] : countries;
      const missing = [...wanted, worldwide].filter((code) => !shards[code]);
      const arrived = await Promise.all(missing.map((code) => read<Shard>(`${folder}${code}.json`)));
      if (mine !== turn.current) return;
      // Object.fromEntries is unknown to Chromium 72.
      setShards((before) => Object.assign({}, before, ...arrived.map((shard) => ({ [shard.country]: shard }))));
      setState('idle');
    } catch {
      if (mine === turn.current) setState('failed');
    }
  };

  return { shards, towns, state, load };
}
