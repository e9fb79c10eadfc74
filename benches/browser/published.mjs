// Serves a folder as GitHub Pages does: in gzip, with ten minutes in the browser's own keeping.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** @param {string} folder @returns {Promise<{ address: string, close: () => void }>} */
export async function publish(folder) {
  const files = readdirSync(folder).filter((name) => extname(name) in TYPES);
  const answers = new Map(files.map((name) => [`/copydesk/${name}`, gzipSync(readFileSync(join(folder, name)))]));
  answers.set("/copydesk/", answers.get("/copydesk/index.html"));
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const body = answers.get(pathname);
    if (!body) return response.writeHead(404).end();
    const type = TYPES[extname(pathname)] ?? TYPES[".html"];
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": "max-age=600" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}/copydesk/`, close };
}
