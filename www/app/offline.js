/** The published page keeps its own files for use with no network, and says when a newer version of them has come. */

import { SERVICE_WORKER, scriptUrl } from "./policy.js";

/** `cargo xtask dist` gives the page a manifest; a clone, and the page as one file, have none and need none. */
export const published = document.querySelector('link[rel="manifest"]') !== null;

/**
 * Starts keeping the page, once it has loaded, so as not to be in its way. A browser that keeps nothing (in a private
 * window, say) shows the page all the same.
 * @param {(take: () => void) => void} told that a new version is ready, with what loads it: nothing happens until the
 *   reader asks, as a reload closes what is open
 */
export function keepOffline(told) {
  const { serviceWorker } = navigator;
  if (!published || !serviceWorker) return;
  const keep = async () => {
    const registration = await serviceWorker.register(scriptUrl(SERVICE_WORKER), { updateViaCache: "none" });
    tellOf(registration.waiting, told);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => installing.state === "installed" && tellOf(installing, told));
    });
  };
  addEventListener("load", () => keep().catch(() => {}), { once: true });
}

/** The first version ever is no news: it is what the page already shows. @param {ServiceWorker | null} waiting @param {(take: () => void) => void} told */
function tellOf(waiting, told) {
  const { serviceWorker } = navigator;
  if (!waiting || !serviceWorker.controller) return;
  told(() => {
    serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  });
}
