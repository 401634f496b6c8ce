import type { Line } from './lines.js';

const MARKS: Readonly<Record<Line['kind'], string>> = {
  'phase.start': '▶ 阶段开始',
  'phase.end': '■ 阶段截止',
  reminder: '· 催办',
  due: '◆ 到期',
  overdue: '✕ 逾期',
  escalation: '▲ 督办',
  'nominal-end': '◎ 名义期满',
  closed: '✓ 结束',
};

/** One object a line for programs; for people the same, with units that share a moment counted. */
export function printLines(lines: readonly Line[], json: boolean): void {
  const out = json ? lines.map((line) => JSON.stringify(line)) : grouped(lines).map(readable);
  process.stdout.write(out.map((line) => `${line}\n`).join(''));
}

const readable = ({ line, count }: { line: Line; count: number }): string => {
  const to = count > 1 ? `${line.to} 等 ${count} 个` : line.to;
  return `${line.at.slice(0, 16).replace('T', ' ')}  ${MARKS[line.kind]}  ${line.what} → ${to}（${line.why}）`;
};

function grouped(lines: readonly Line[]): { line: Line; count: number }[] {
  const groups = new Map<string, { line: Line; count: number }>();
  for (const line of lines) {
    const key = [line.at, line.kind, line.what, line.why].join('\n');
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { line, count: 1 });
  }
  return [...groups.values()];
}
