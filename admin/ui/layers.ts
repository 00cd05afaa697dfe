/**
 * Where what opens over the page is put: inside the dialog it belongs to, else inside <main>, so that it is part of
 * a landmark; the body where there is no frame around the page.
 */
export function layerOf(anchor: Element | null): HTMLElement {
  return anchor?.closest('dialog') ?? document.getElementById('layers') ?? document.body;
}
