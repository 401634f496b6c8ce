import { expect, test } from '@jest/globals';
import { violations } from '../support/accessibility.js';
import { scrollsSideways, untranslated, visit } from '../support/browser.js';
import { openDesk } from '../support/desk.js';

const { product, browser } = openDesk();

const MAIN_PATHS = [
  ['investigator', '/cases'],
  ['leader', '/approvals'],
  ['coordinator', '/campaigns'],
  ['coordinator', '/campaigns/new'],
  ['hospital', '/desk'],
  ['police', '/transfers'],
  ['investigator', '/calculator'],
  ['auditor', '/record'],
  ['admin', '/system'],
  ['leader', '/inbox'],
  ['leader', '/jobs'],
] as const;

test.each(MAIN_PATHS)(
  '%s at %s: accessible in light and dark, whole at 200 %% and on a phone, in English',
  async (as, path) => {
    for (const dark of [false, true]) {
      const { page, troubles, context, shot } = await visit(browser, { url: product.url, as, language: 'en', dark });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined); // a page that follows a file never rests
      expect(await violations(page)).toEqual([]);
      expect(await untranslated(page)).toEqual([]);
      // 1366 × 768 at 200 %.
      for (const [width, height] of [
        [683, 384],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.getByRole('heading', { level: 1 }).waitFor();
        // The page lays itself out anew a moment after its window changed.
        await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, undefined, {
          timeout: 5_000,
        });
      }
      await shot(`quality-${path.replaceAll('/', '-')}-${dark ? 'dark' : 'light'}`);
      expect(troubles).toEqual([]);
      await context.close();
    }
  },
  120_000,
);

test('a script in a text is a text, and a name of three hundred characters breaks no page', async () => {
  const { page, context, troubles } = await visit(browser, { url: product.url, as: 'hotline' });
  const session = (await (await context.request.get('/api/v1/sessions/current')).json()) as {
    csrf: string;
    person: { region: string };
  };
  const people = (await (await context.request.get('/api/v1/people')).json()) as {
    items: { id: string; roles: string[] }[];
  };
  const handler = people.items.find(({ roles }) => roles.includes('investigator'))?.id;
  const hostile = `<img src=x onerror="window.hacked=1">${'长'.repeat(200)}`;
  const lead = {
    title: hostile,
    region: session.person.region,
    source: 'hotline',
    subject: { kind: 'individual', name: hostile },
    summary: `<script>window.hacked=1</script>`,
    handler,
  };
  const answer = await context.request.post('/api/v1/cases', { data: lead, headers: { 'x-csrf-token': session.csrf } });
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  for (const path of ['/cases', `/cases/${id}`]) {
    await page.goto(path);
    await page.getByText('<img src=x').first().waitFor();
    expect(await scrollsSideways(page)).toBe(false);
  }
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
  expect(troubles).toEqual([]);
});

test('no inline script may run, cookies are the host’s own, and a request without the token changes nothing', async () => {
  const { context, page } = await visit(browser, { url: product.url, as: 'leader' });
  const policy = (await page.goto('/cases'))?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toContain("frame-ancestors 'none'");
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: '__Host-fundguard', httpOnly: true, secure: true, sameSite: 'Lax' });
  const refused = await context.request.post('/api/v1/jobs', { data: { kind: 'exportCases' } });
  expect([refused.status(), await refused.json()]).toMatchObject([403, { type: '/problems/session.csrf' }]);
});

test('what the pages consist of is kept by the browser and comes compressed', async () => {
  const page = await fetch(product.url).then((answer) => answer.text());
  const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
  for (const encoding of ['br', 'gzip']) {
    const { headers } = await fetch(new URL(script, product.url), { headers: { 'accept-encoding': encoding } });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('cache-control')).toContain('immutable');
  }
});

test('when the server is away the page says so in words and goes on when it is back', async () => {
  const { page, context } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/jobs');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await context.route('**/api/v1/cases*', (route) => route.abort());
  await page.getByRole('link', { name: '案件' }).click();
  await page.getByText('无法连接服务器').waitFor();
  await context.unroute('**/api/v1/cases*');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText(/已显示 \d 条/).waitFor();
});

test('a page is told that another tab signed in as somebody else, and a wrong password is no matter of permissions', async () => {
  const { page, context } = await visit(browser, { url: product.url, as: 'leader' });
  await page.goto('/cases');
  const save = page.getByRole('button', { name: '导出' });
  await save.waitFor();
  await context.request.post('/api/v1/demo/sessions', { data: { login: 'investigator' } });
  await save.click();
  await page.getByText('您已在另一标签页以他人身份登录').waitFor();
  expect(await page.getByText('管理员授权').count()).toBe(0);
  await page.getByRole('button', { name: '刷新本页' }).click();
  await page.getByText('您已在另一标签页以他人身份登录').waitFor({ state: 'hidden' });

  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill('leader');
  await page.getByLabel('密码').fill('不是这个');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('用户名或密码不正确').waitFor();
  await page.getByText('请核对用户名和密码').waitFor();
  expect(await page.getByText('管理员授权').count()).toBe(0);
});

test('a session that ended keeps what was typed: one signs in over the page and goes on', async () => {
  const { page, context } = await visit(browser, { url: product.url, as: 'hotline' });
  await page.goto('/cases');
  await page.getByRole('button', { name: '登记线索' }).click();
  await page.getByRole('textbox', { name: '* 案由' }).fill('夜间空刷医保卡');
  await context.clearCookies();
  await page.reload();
  await page.waitForURL('**/sign-in?*');
  await page.getByRole('button', { name: '甲县举报受理' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto('/cases');
  await page.getByRole('button', { name: '登记线索' }).click();
  expect(await page.getByRole('textbox', { name: '* 案由' }).inputValue()).toBe('夜间空刷医保卡');
});
