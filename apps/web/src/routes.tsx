import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
} from '@tanstack/react-router';
import { queryClient } from './api/query-client';
import { sessionQuery } from './api/session';
import { askForCockpit } from './campaigns/queries';
import { readValue } from './parts/address';
import { FailurePage } from './parts/Failure';
import { LoadingPage } from './parts/LoadingPage';
import { AppShell } from './shell/AppShell';
import { NotFoundPage } from './shell/NotFoundPage';
import { placesFor } from './shell/places';
import { SignInPage } from './shell/SignInPage';
import { wizardSearch } from './wizard/search';

type Search = Record<string, unknown>;
/** The router reads `?q=2026` as a number; to a filter it is a text. */
const text = (value: unknown): string | undefined =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== '' ? String(value) : undefined;
/** The named texts of an address, and nothing else of it: filters live in the address, so that a link shows what one sees. */
const texts =
  <Name extends string>(...names: Name[]) =>
  (search: Search): Partial<Record<Name, string>> =>
    Object.fromEntries(names.flatMap((name) => (text(search[name]) ? [[name, text(search[name])]] : []))) as Partial<
      Record<Name, string>
    >;

const root = createRootRoute({ notFoundComponent: NotFoundPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('to'),
  component: SignInPage,
});

/** For whoever brings a code; nobody signs in for it. */
const standing = createRoute({
  getParentRoute: () => root,
  path: '/standing',
  component: lazyRouteComponent(() => import('./standing/StandingPage'), 'StandingPage'),
});

/** Everything behind the sign-in. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session) return { session };
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way of leading elsewhere
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
  },
  component: AppShell,
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context }) => {
    redirect({ to: placesFor(context.session.permissions)[0]?.to ?? '/inbox', throw: true });
  },
});

const page = <Path extends string, Found extends object = object>(
  path: Path,
  component: ReturnType<typeof lazyRouteComponent>,
  validateSearch: (search: Search) => Found = () => ({}) as Found,
) => createRoute({ getParentRoute: () => app, path, component, validateSearch });

const inbox = page(
  '/inbox',
  lazyRouteComponent(() => import('./inbox/InboxPage'), 'InboxPage'),
  texts('show'),
);
const jobs = page(
  '/jobs',
  lazyRouteComponent(() => import('./jobs/JobsPage'), 'JobsPage'),
);
const imports = page(
  '/imports',
  lazyRouteComponent(() => import('./imports/ImportsPage'), 'ImportsPage'),
  texts('kind', 'campaign'),
);
const sheetImport = page(
  '/imports/$id',
  lazyRouteComponent(() => import('./imports/ImportPage'), 'ImportPage'),
);
const cases = page(
  '/cases',
  lazyRouteComponent(() => import('./cases/CaseListPage'), 'CaseListPage'),
  texts('stage', 'mine', 'campaign', 'q', 'due'),
);
const leads = createRoute({
  getParentRoute: () => app,
  path: '/leads',
  component: lazyRouteComponent(() => import('./leads/LeadsPage'), 'LeadsPage'),
  validateSearch: texts('source', 'mine', 'q', 'lead', 'tab', 'state'),
  staticData: { keys: { namespace: 'leads', names: ['N', 'F', 'M', 'T', 'X', 'Ctrl+Enter'] } },
});
const caseFile = page(
  '/cases/$id',
  lazyRouteComponent(() => import('./cases/CaseFilePage'), 'CaseFilePage'),
  texts('tab'),
);
const approvals = createRoute({
  getParentRoute: () => app,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./approvals/ApprovalsPage'), 'ApprovalsPage'),
  validateSearch: texts('at'),
  staticData: { keys: { namespace: 'approvals', names: ['J', 'K', 'Space', 'E', 'C', 'A', 'R', 'Z'] } },
});
const desk = page(
  '/desk',
  lazyRouteComponent(() => import('./desk/DeskPage'), 'DeskPage'),
  texts('tab', 'status', 'campaign'),
);
const deskCases = page(
  '/desk/cases',
  lazyRouteComponent(() => import('./desk/DeskCasesPage'), 'DeskCasesPage'),
);
const transfers = page(
  '/transfers',
  lazyRouteComponent(() => import('./transfers/TransfersPage'), 'TransfersPage'),
  texts('status'),
);

const campaigns = page(
  '/campaigns',
  lazyRouteComponent(() => import('./campaigns/CampaignListPage'), 'CampaignListPage'),
  texts('status'),
);
const campaign = createRoute({
  getParentRoute: () => app,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('./campaigns/CampaignPage'), 'CampaignPage'),
  loader: ({ params, context }) => askForCockpit(queryClient, params.id, context.session.permissions),
});

const typicals = page(
  '/typical-cases',
  lazyRouteComponent(() => import('./typical/TypicalCasesPage'), 'TypicalCasesPage'),
  texts('status', 'campaign', 'case'),
);
const newTypical = page(
  '/typical-cases/new',
  lazyRouteComponent(() => import('./typical/NewTypicalPage'), 'NewTypicalPage'),
  texts('case', 'problem'),
);
const typical = page(
  '/typical-cases/$id',
  lazyRouteComponent(() => import('./typical/TypicalCasePage'), 'TypicalCasePage'),
);

const work = page(
  '/campaigns/$id/work',
  lazyRouteComponent(() => import('./work/WorkPage'), 'WorkPage'),
  texts('kind', 'status', 'unreached', 'work'),
);
const problems = page(
  '/campaigns/$id/problems',
  lazyRouteComponent(() => import('./problems/ProblemsPage'), 'ProblemsPage'),
  texts('status', 'overdue', 'recheck', 'problem'),
);
const selfChecks = page(
  '/campaigns/$id/self-checks',
  lazyRouteComponent(() => import('./self-checks/SelfChecksPage'), 'SelfChecksPage'),
  texts('status', 'selfCheck'),
);
const rollUp = page(
  '/campaigns/$id/roll-up',
  lazyRouteComponent(() => import('./reports/RollUpPage'), 'RollUpPage'),
  texts('source', 'period', 'region'),
);
const targets = page(
  '/campaigns/$id/targets',
  lazyRouteComponent(() => import('./targets/TargetsPage'), 'TargetsPage'),
  texts('asOf'),
);
const tables = page(
  '/campaigns/$id/tables',
  lazyRouteComponent(() => import('./tables/TablesPage'), 'TablesPage'),
  texts('table', 'asOf', 'copy'),
);
const groups = page(
  '/campaigns/$id/groups',
  lazyRouteComponent(() => import('./groups/GroupsPage'), 'GroupsPage'),
  texts('tab', 'on'),
);
const duties = page(
  '/duties',
  lazyRouteComponent(() => import('./groups/MyDutiesPage'), 'MyDutiesPage'),
);
const delegations = page(
  '/delegations',
  lazyRouteComponent(() => import('./delegations/DelegationsPage'), 'DelegationsPage'),
);
const rules = page(
  '/rules',
  lazyRouteComponent(() => import('./rules/RulesPage'), 'RulesPage'),
  texts('status', 'kind', 'campaign', 'rule', 'tab'),
);
const closing = page(
  '/campaigns/$id/closing',
  lazyRouteComponent(() => import('./closing/ClosingPage'), 'ClosingPage'),
);
const pool = page(
  '/pool',
  lazyRouteComponent(() => import('./pool/PoolPage'), 'PoolPage'),
  texts('kind', 'status', 'specialty', 'q', 'member', 'tab'),
);
const credit = page(
  '/credit',
  lazyRouteComponent(() => import('./credit/CreditPage'), 'CreditPage'),
  texts('role', 'state', 'q', 'status', 'kind', 'tab', 'person', 'block'),
);
const volumes = page(
  '/campaigns/$id/volumes',
  lazyRouteComponent(() => import('./volumes/VolumesPage'), 'VolumesPage'),
);
const draws = page(
  '/campaigns/$id/draws',
  lazyRouteComponent(() => import('./draws/DrawsPage'), 'DrawsPage'),
);
const draw = page(
  '/campaigns/$id/draws/$draw',
  lazyRouteComponent(() => import('./draws/DrawPage'), 'DrawPage'),
);

const visits = page(
  '/visits',
  lazyRouteComponent(() => import('./visits/VisitsPage'), 'VisitsPage'),
  texts('campaign', 'view', 'month'),
);
const visit = page(
  '/visits/$id',
  lazyRouteComponent(() => import('./visits/VisitPage'), 'VisitPage'),
);

const calculator = page(
  '/calculator',
  lazyRouteComponent(() => import('./penalty/CalculatorPage'), 'CalculatorPage'),
  texts('of', 'breach', 'purpose', 'amount', 'multiple'),
);

const record = page(
  '/record',
  lazyRouteComponent(() => import('./record/RecordPage'), 'RecordPage'),
  texts('person', 'kind', 'file', 'q', 'from', 'to'),
);
const system = page(
  '/system',
  lazyRouteComponent(() => import('./system/SystemPage'), 'SystemPage'),
  texts('tab', 'q', 'status'),
);

const units = createRoute({
  getParentRoute: () => app,
  path: '/campaigns/$id/units',
  component: lazyRouteComponent(() => import('./progress/ProgressPage'), 'ProgressPage'),
  validateSearch: texts('q', 'region', 'kind', 'state', 'phase', 'due', 'group', 'view', 'unit', 'report', 'panel'),
  staticData: { keys: { namespace: 'progress', names: ['↑ ↓ ← →', 'Enter', 'C', 'A'] } },
});
const newCampaign = page(
  '/campaigns/new',
  lazyRouteComponent(() => import('./wizard/WizardPage'), 'WizardPage'),
  wizardSearch,
).update({ staticData: { keys: { namespace: 'wizard', names: ['N', 'B', 'W', 'P'] } } });

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    standing,
    app.addChildren([
      home,
      inbox,
      jobs,
      imports,
      sheetImport,
      cases,
      leads,
      caseFile,
      approvals,
      desk,
      deskCases,
      transfers,
      campaigns,
      campaign,
      typicals,
      newTypical,
      typical,
      problems,
      work,
      rollUp,
      targets,
      tables,
      groups,
      duties,
      delegations,
      closing,
      rules,
      selfChecks,
      pool,
      credit,
      volumes,
      draws,
      draw,
      visits,
      visit,
      calculator,
      record,
      system,
      units,
      newCampaign,
    ]),
  ]),
  parseSearch: parseSearchWith(readValue),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ({ error, reset }) => <FailurePage error={error} again={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
