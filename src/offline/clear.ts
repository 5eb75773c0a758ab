/**
 * Takes everything off this phone that this site ever kept: pages, lists, ticks, counted hands, and the worker itself.
 * @param base where the site lives, with a slash at both ends
 */
export async function removeEverything(base: string): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers?.controller) {
    const { controller } = workers;
    // The worker may be about to keep a page: it is told first, and waited for a moment.
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      controller.postMessage('clear', [channel.port2]);
      setTimeout(resolve, 3000);
    });
  }
  for (const store of [() => localStorage, () => sessionStorage]) {
    try {
      store().clear();
    } catch {
      // A browser that forbids storage has kept nothing there.
    }
  }
  if ('caches' in window)
    for (const name of await caches.keys()) if (name.startsWith('before-you-go ')) await caches.delete(name);
  for (const registration of (await workers?.getRegistrations()) ?? [])
    if (new URL(registration.scope).pathname === base) await registration.unregister();
}
