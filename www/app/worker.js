/** @import { Engine, Reply, Request } from "./types.d.ts" */

/**
 * Runs in the worker. It is sent there as text, so it may use nothing but its argument and the worker's own scope.
 * Every request gets one reply with its id. A fault keeps its name: the engine's sentences for the reader are
 * plain `Error`s, everything else is a fault of the engine, after which this worker is not to be used again.
 *
 * @param {Engine} engine
 */
export function serve(engine) {
  /** @param {Request} request */
  const answer = ({ op, payload }) => {
    switch (op) {
      case "init": return void engine.initSync({ module: payload });
      case "analyze": return engine.analyze(payload.text, payload.options);
      case "inspect": return engine.inspect(payload.text, payload.options);
      case "compare": return engine.compare(payload.briefs, payload.corrections);
      case "export": return engine.exportArticles(payload.articles, payload.format, payload.list);
      case "import": {
        const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(payload.file));
        return engine.importFile(payload.file.name, bytes, payload.encoding);
      }
      case "analyzeFile": return engine.analyzeFile(payload.file, payload.options);
    }
  };

  self.addEventListener("message", (/** @type {MessageEvent<Request>} */ event) => {
    const { id } = event.data;
    /** @type {Reply} */
    let reply;
    try {
      reply = { id, ok: answer(event.data) };
    } catch (fault) {
      const { name, message } = fault instanceof Error || fault instanceof DOMException
        ? fault : { name: "Unknown", message: String(fault) };
      reply = { id, error: { name, message } };
    }
    self.postMessage(reply);
  });
}
