/** What the windows of one device tell each other about a session. */
export interface Told {
  readonly kit: string;
  /** The slide that is on the wall now. */
  readonly slide?: number;
  /** Somebody has just opened a window and asks where the others are. */
  readonly ask?: true;
  /** Hands counted in another window. */
  readonly hands?: Readonly<Record<string, number>>;
  /** The hands answer a question: whoever has counted already keeps their own. */
  readonly answer?: true;
}

/**
 * Talks with the other windows of this device that show the same kit; where the browser cannot, nobody hears and nobody speaks.
 * @param kit says which one that is now
 * @param hear is called with what others tell
 */
export function follow(kit: () => string, hear: (told: Told) => void): (told: Omit<Told, 'kit'>) => void {
  if (!('BroadcastChannel' in window)) return () => {};
  const channel = new BroadcastChannel('session');
  channel.onmessage = ({ data }) => {
    if (data?.kit === kit()) hear(data as Told);
  };
  return (told) => channel.postMessage({ ...told, kit: kit() });
}
