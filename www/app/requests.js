/**
 * Counts what is asked for after the page has loaded. What lies in the page's own memory is no request.
 * @param {(count: number) => void} told
 */
export function countRequests(told) {
  let count = 0;
  const watch = () => {
    const loaded = performance.now();
    /** @param {PerformanceEntry} entry */
    const isRequest = ({ name, startTime }) => startTime >= loaded && !/^(blob|data):/.test(name);
    new PerformanceObserver((list) => {
      const more = list.getEntries().filter(isRequest).length;
      if (!more) return;
      count += more;
      told(count);
    }).observe({ type: "resource" });
  };
  if (document.readyState === "complete") watch();
  else addEventListener("load", watch, { once: true });
}
