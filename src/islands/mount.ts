import { type ComponentType, h, render } from 'preact';

/**
 * Wakes an island: renders a component into an element, with the props that stand in it as JSON. Astro's own island element is
 * not used because it needs `Object.fromEntries`, which Chromium 72 lacks.
 * @param id of an element that holds `<script type="application/json">`
 */
export function mount<Props extends object>(id: string, component: ComponentType<Props>): void {
  const place = document.getElementById(id);
  const props = place?.querySelector('script')?.textContent;
  if (!place || !props) return;
  place.textContent = '';
  render(h(component, JSON.parse(props) as Props), place);
}
