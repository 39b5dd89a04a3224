// Says of each line "symbology<TAB>text" whether bwip-js would print it: "+", or "-" and why not.
const bwip = require(process.argv[2]);
const lines = require('readline').createInterface({ input: process.stdin, terminal: false });
lines.on('line', (line) => {
  const tab = line.indexOf('\t');
  let answer = '+';
  try {
    bwip.raw(line.substring(0, tab), line.substring(tab + 1), {});
  } catch (e) {
    answer = '-' + String(e.message).replaceAll('\n', ' ');
  }
  process.stdout.write(answer + '\n');
});
