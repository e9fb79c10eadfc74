import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PKG = process.env.PKG_DIR ?? join(ROOT, "pkg");
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
};

/** The file behind a path: the folder at `/` and at `/copydesk/`, as a project's own page would be. */
function fileOf(path, root) {
  const inside = normalize(path.replace(/^\/copydesk\//, "/"));
  const ofPackage = root === ROOT && inside.startsWith("/pkg/");
  return ofPackage ? join(PKG, inside.slice(5)) : join(root, inside.endsWith("/") ? `${inside}index.html` : inside);
}

/**
 * Serves the repository, or another folder, as any static server would, and keeps a list of what was asked for.
 * @param {string | ((part: string) => string)} [engine] text to serve in place of each part of the engine, to see how the
 *   page bears a bad one; or what makes it of the real part
 * @param {{ path: string, time: number }} [delay] a path to answer late, by so many milliseconds
 */
export async function serve(engine, delay, root = ROOT) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    asked.push(path);
    if (path === delay?.path) await setTimeout(delay.time);
    const type = { "content-type": TYPES[extname(path)] ?? TYPES[".html"] };
    const file = fileOf(path, root);
    if (engine && /\/pkg\/embedded[^/]*\.js$/.test(path)) {
      return response.writeHead(200, type).end(typeof engine === "string" ? engine : engine(readFileSync(file, "utf8")));
    }
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, type);
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, close };
}
