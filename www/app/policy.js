/** The page's one Trusted Types policy: what may become the address of a script. */

/** The service worker, which only the published page has. */
export const SERVICE_WORKER = "sw.js";

/** A blob made by this page, or the page's own service worker; nothing else, however it came here. @param {string} url */
function createScriptURL(url) {
  if (!url.startsWith("blob:") && url !== SERVICE_WORKER) throw new TypeError(`Neither a blob nor ${SERVICE_WORKER}: ${url}`);
  return url;
}

const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): unknown } } }} */ (window);
const policy = trustedTypes?.createPolicy("copydesk", { createScriptURL }) ?? { createScriptURL };

/** @param {string} url */
export const scriptUrl = (url) => /** @type {string} */ (policy.createScriptURL(url));
