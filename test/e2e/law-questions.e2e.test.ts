import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const FUNDGUARD = join(fileURLToPath(new URL('../..', import.meta.url)), 'scripts/fundguard.mjs');

/** Questions, one a line, through the program as somebody at the terminal would ask them. */
async function law(what: string, lines: readonly string[]) {
  const program = spawn(process.execPath, [FUNDGUARD, 'law', what], { stdio: ['pipe', 'pipe', 'pipe'] });
  program.stdin.end(lines.join('\n'));
  const ended = new Promise<number | null>((done) => program.once('close', done));
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code: await ended, answers, stderr };
}
const asked = (...questions: object[]) => questions.map((each) => JSON.stringify(each));

test('deadlines: one question a line, one explained answer a line, in their order', async () => {
  const { code, answers } = await law(
    'deadline',
    asked(
      { clock: 'finePayment', from: '2026-09-18' },
      { clock: 'legalReview', from: '2026-04-01', region: '/210000/210100/' },
      { clock: 'transferDelivery', from: '2026-09-30T10:37:00+08:00', law: 'national@2' },
    ),
  );
  expect(answers).toMatchObject([
    { clock: 'finePayment', lastDay: '2026-10-08', article: expect.stringContaining('第六十七条') },
    { clock: 'legalReview', lastDay: '2026-04-13', law: 'national@2+liaoning@1' },
    { due: '2026-10-01T02:37:00.000Z' },
  ]);
  expect(code).toBe(0);
});

test('penalties: fen are text, every figure has a line', async () => {
  const { answers } = await law(
    'penalty',
    asked({ breach: 'fraud', fraudulentPurpose: false, amount: '1000001', multiple: 2.5, law: 'national@2' }),
  );
  expect(answers).toMatchObject([
    { refund: '1000001', fine: '2500003', totals: { refund: '1000001', fine: '2500003' }, explanation: [{}, {}] },
  ]);
});

test('a line that cannot be answered says why and where; the lines after it are answered', async () => {
  const { code, answers } = await law('penalty', [
    'not JSON',
    ...asked(
      { breach: 'fraud', fraudulentPurpose: false, amount: '1.5', multiple: 2 },
      { breach: 'fraud', fraudulentPurpose: false, amount: '100', multiple: 1.99, law: 'national@2' },
      { breach: 'fraud', fraudulentPurpose: false, amount: '100', multiple: 2, law: 'national@2' },
    ),
  ]);
  expect(answers).toMatchObject([
    { error: { type: '/problems/request.malformed' } },
    { error: { type: '/problems/request.invalid', field: 'amount', zh: expect.any(String) } },
    { error: { type: '/problems/penalty.multiple-outside-band', article: '医疗保障基金使用监督管理条例 第四十条' } },
    { fine: '200' },
  ]);
  expect(code).toBe(1);
});

test('what is asked for otherwise is said in a sentence', async () => {
  const { code, stderr } = await law('weather', []);
  expect([code, stderr]).toEqual([1, expect.stringContaining('fundguard law deadline')]);
});
