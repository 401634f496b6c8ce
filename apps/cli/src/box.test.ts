import { describe, expect, it } from '@jest/globals';
import { box, columns, width } from './box.js';

describe('a box for a terminal', () => {
  it('gives a Chinese character two columns', () => {
    expect(width('基金卫士 Fundguard')).toBe(18);
    expect(width('(只读)·—→')).toBe(9);
  });

  it('aligns columns by what the terminal shows', () => {
    const rows = columns([
      ['停止 stop', 'Ctrl-C'],
      ['健康检查 health', 'http://127.0.0.1:3000'],
    ]);
    expect(rows.map((row) => width(row.slice(0, row.search(/Ctrl|http/))))).toEqual([18, 18]);
  });

  it('has lines of one width', () => {
    const lines = box([['就绪 · ready'], ['一', 'a much longer line']]).split('\n');
    expect(new Set(lines.map(width)).size).toBe(1);
    expect(lines).toHaveLength(6);
  });
});
