import { readFile } from 'node:fs/promises';
import { checkDraw, drawFile } from '@fundguard/domain';
import { Unmet } from '../../../scripts/say.mjs';

/** Does a draw again from its file alone, and says what holds. */
export async function verifyDraw(file: string, json: boolean): Promise<number> {
  const read = drawFile.safeParse(parse(file, await readFile(file, 'utf8')));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `    ${path.join('.') || '·'}: ${message}`);
    throw new Unmet(`${file} 不是抽取档案 · is not a draw's file:\n${problems.slice(0, 20).join('\n')}`);
  }
  const checks = checkDraw(read.data);
  const holds = checks.every((each) => each.holds);
  if (json) for (const each of checks) console.log(JSON.stringify({ holds: each.holds, ...each.what }));
  else {
    const { name, committed, witness, drawnAt, list, result } = read.data;
    console.log(`${name} ${read.data.id}`);
    console.log(`  公布 · committed ${committed.at}  抽取 · drawn ${drawnAt}  见证 · witness ${witness.name}`);
    console.log(`  候选 · candidates ${list.candidates.length}  抽中 · drawn ${result.drawn.length}`);
    for (const each of checks) console.log(`${each.holds ? '✓' : '✕'} ${each.what.zh} · ${each.what.en}`);
    console.log(holds ? '抽取属实 · the draw is what it says' : '抽取与档案不符 · the draw is not what its file says');
  }
  return holds ? 0 : 1;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unmet(`${file} 不是 JSON · is not JSON: ${(error as Error).message}`);
  }
}
