import { setTimeout as wait } from 'node:timers/promises';

/** Somebody of the demonstration, as the API sees them. */
export interface Part {
  readonly account: string;
  readonly region: string;
  get<T>(path: string): Promise<T>;
  /** Posts and expects it to be done. */
  post(path: string, body?: object | FormData): Promise<{ readonly id: string }>;
  put(path: string, body?: object): Promise<unknown>;
}

/** Enters the demonstration as somebody, to set the scene in which the browser then plays. */
export async function enterAs(url: string, login: string): Promise<Part> {
  const entered = await fetch(`${url}/api/v1/demo/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}/api/v1/${path}`, { ...init, headers: { cookie, ...init.headers } });
    if (!response.ok) throw new Error(`${login} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as unknown;
  };
  const { csrf, person } = (await send('sessions/current')) as {
    csrf: string;
    person: { account: string; region: string };
  };
  const change = (method: string, path: string, body: object | FormData = {}) =>
    send(path, {
      method,
      headers: { 'x-csrf-token': csrf, ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) },
      body: body instanceof FormData ? body : JSON.stringify(body),
    });
  return {
    account: person.account,
    region: person.region,
    get: <T>(path: string) => send(path) as Promise<T>,
    post: (path, body) => change('POST', path, body) as Promise<{ id: string }>,
    put: (path, body) => change('PUT', path, body),
  };
}

interface Found {
  readonly stage: string;
  readonly transfers: readonly { readonly id: string; readonly status: string }[];
}
const day = (from: number): string =>
  new Date(Date.now() + from * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
export { day as dayFromToday };

/** A lead against a unit, brought as far as asking for its filing. */
export async function askForFiling(url: string, title: string, unitName = '甲县人民医院'): Promise<string> {
  const investigator = await enterAs(url, 'investigator');
  const { items } = await investigator.get<{ items: { id: string; name: string }[] }>(
    `units?q=${encodeURIComponent(unitName)}&limit=50`,
  );
  const unit = items.find(({ name }) => name === unitName)?.id;
  const { account: handler, region } = investigator;
  const subject = { kind: 'institution', name: unitName, unit };
  const { id } = await investigator.post('cases', {
    title,
    region,
    source: 'screening',
    subject,
    summary: title,
    handler,
  });
  await investigator.post(`cases/${id}/filing-request`, { grounds: '筛查结果与病历不符' });
  return id;
}

/** The same, investigated and proposed, reviewed, approved, and its notice served today. */
export async function serveNotice(url: string, title: string): Promise<string> {
  const id = await askForFiling(url, title);
  const [leader, investigator, officer, reviewer] = (await Promise.all(
    ['leader', 'investigator', 'officer', 'reviewer'].map((login) => enterAs(url, login)),
  )) as [Part, Part, Part, Part];
  const officers = [investigator.account, officer.account];
  await leader.post(`cases/${id}/filing-approval`);
  await investigator.post(`cases/${id}/officers`, { officers });
  const form = new FormData();
  form.set('file', new Blob(['处方（虚构）'], { type: 'text/plain' }), '处方.txt');
  await investigator.post(`cases/${id}/evidence?kind=documentary`, form);
  const inquiry = {
    person: '医保办负责人',
    place: '会议室',
    heldAt: new Date(Date.now() - 60_000).toISOString(),
    record: '问：…… 答：……',
  };
  await investigator.post(`cases/${id}/inquiries`, { ...inquiry, officers });
  await investigator.post(`cases/${id}/penalty-proposals`, {
    ...{ breach: 'fraud', fraudulentPurpose: true, amount: '3864050', multiple: 3, grounds: '虚构病情，伪造病历' },
  });
  await until(async () => (await investigator.get<Found>(`cases/${id}`)).stage === 'legalReview');
  await reviewer.post(`cases/${id}/review-approval`, { opinion: '事实清楚，证据充分' });
  await leader.post(`cases/${id}/penalty-approval`);
  await investigator.post(`cases/${id}/notice-service`, { servedOn: day(0), method: 'direct' });
  return id;
}

/** A transfer of the case to the police, ordered by the leader and delivered by the machine. */
export async function transferToPolice(url: string, id: string): Promise<void> {
  const [investigator, leader] = [await enterAs(url, 'investigator'), await enterAs(url, 'leader')];
  await investigator.post(`cases/${id}/transfers`, { to: 'police', grounds: '涉嫌诈骗罪' });
  const transfers = async () => (await investigator.get<Found>(`cases/${id}`)).transfers;
  await leader.post(`cases/${id}/transfer-orders`, { transfer: (await transfers())[0]?.id });
  await until(async () => (await transfers())[0]?.status === 'delivered');
}

const PATIENCE = 30_000;
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await wait(200);
  }
}

/** What whoever inspects in the demonstration's campaign does first. */
export async function acknowledgeDiscipline(url: string, ...logins: string[]): Promise<void> {
  for (const login of logins) {
    const person = await enterAs(url, login);
    const { items } = await person.get<{ items: { id: string }[] }>('campaigns');
    const campaign = items[0]?.id;
    const { document } = await person.get<{ document: string }>(`discipline?campaign=${campaign}`);
    await person.post('discipline/acknowledgements', { campaign, document });
  }
}
