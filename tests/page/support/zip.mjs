/** A zip archive with nothing compressed in it: for the tests, which need few and small ones. */

/** @param {Record<string, string>} parts */
export function zip(parts) {
  const names = Object.keys(parts);
  const files = names.map((name) => {
    const [label, data] = [Buffer.from(name), Buffer.from(parts[name])];
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt32LE(data.length, 14);
    sizes.writeUInt32LE(data.length, 18);
    sizes.writeUInt16LE(label.length, 22);
    return { label, data, sizes };
  });
  let at = 0;
  const entries = [];
  const locals = files.map(({ label, data, sizes }) => {
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", "latin1");
    entry.writeUInt16LE(20, 4);
    sizes.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(at, 42);
    entries.push(Buffer.concat([entry, label]));
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), sizes, label, data]);
    at += local.length;
    return local;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return [...Buffer.concat([...locals, directory, end])];
}

/** A Word file of these paragraphs. @param {string[]} paragraphs */
export const word = (paragraphs) => zip({
  "word/document.xml": `<w:document xmlns:w="w"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
});
