// Decodes pictures with zxing-wasm: node zxing-wasm-peer.mjs FOLDER-WITH-NODE_MODULES LIST
// LIST names one PGM file a line; the answer is one line of JSON for each: {"ms": number, "texts": [string, ...]}.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const library = join(process.argv[2], 'node_modules', 'zxing-wasm', 'dist');
const { prepareZXingModule, readBarcodes } = await import(pathToFileURL(join(library, 'es', 'reader', 'index.js')));
await prepareZXingModule({ overrides: { wasmBinary: readFileSync(join(library, 'reader', 'zxing_reader.wasm')) }, fireImmediately: true });

const formats = ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'DataBar', 'QRCode', 'DataMatrix'];

function read(file) {
  const bytes = readFileSync(file);
  const head = /^P5\n(\d+) (\d+)\n255\n/.exec(bytes.subarray(0, 40).toString('latin1'));
  const width = Number(head[1]);
  const height = Number(head[2]);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, from = head[0].length; i < width * height; i++) {
    data.fill(bytes[from + i], i * 4, i * 4 + 3);
    data[i * 4 + 3] = 255;
  }
  return { data, width, height };
}

const files = readFileSync(process.argv[3], 'utf8').split('\n').filter((line) => line);
// The engine has to see some work before it is as quick as it is all day.
for (let i = 0; i < files.length; i += Math.max(1, Math.floor(files.length / 100))) {
  await readBarcodes(read(files[i]), { formats, tryHarder: true });
}
for (const file of files) {
  const picture = read(file);
  const begin = performance.now();
  const found = await readBarcodes(picture, { formats, tryHarder: true });
  const ms = performance.now() - begin;
  process.stdout.write(JSON.stringify({ ms, texts: found.filter((code) => code.isValid).map((code) => code.text) }) + '\n');
}
