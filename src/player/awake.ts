/**
 * Keeps the screen on while this page is in sight, where the browser allows it.
 * @param say is called when it does
 */
export function stayAwake(say: () => void = () => {}): void {
  const ask = async () => {
    try {
      if (document.visibilityState !== 'visible' || !navigator.wakeLock) return;
      // The browser lets go by itself when the page is hidden.
      await navigator.wakeLock.request('screen');
      say();
    } catch {
      // A low battery or a setting forbids it: the phone keeps its own time.
    }
  };
  document.addEventListener('visibilitychange', () => void ask());
  void ask();
}
