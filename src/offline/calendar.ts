/** Behind "Leave": one tap takes everything of this site off the phone, and says no more than that. */
import { removeEverything } from './clear.ts';

const button = document.querySelector<HTMLButtonElement>('[data-clear]');
if (button && ('caches' in window || 'localStorage' in window)) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await removeEverything(import.meta.env.BASE_URL);
    button.textContent = button.dataset.clear ?? '';
  });
}
