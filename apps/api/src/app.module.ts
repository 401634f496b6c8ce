import type { Platform } from '@fundguard/casework';
import type { StoredCalendars } from '@fundguard/persistence';
import type { Rulebook } from '@fundguard/rulebook';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ApprovalController } from './approval/approval.controller.js';
import { ApprovalReader } from './approval/approval.reader.js';
import { CampaignController } from './campaign/campaign.controller.js';
import { CampaignReader } from './campaign/campaign.reader.js';
import { CampaignDocumentController, CampaignDocumentReadController } from './campaign/document.controller.js';
import { DocumentReader } from './campaign/document.reader.js';
import { DeskController } from './campaign/desk.controller.js';
import { ObligationController } from './campaign/obligation.controller.js';
import { OverlapController } from './campaign/overlap.controller.js';
import { KinReader } from './campaign/kin.reader.js';
import { OverviewReader } from './campaign/overview.reader.js';
import { ProgressController } from './campaign/progress.controller.js';
import { ProgressReader } from './campaign/progress.reader.js';
import { EnforcementController } from './case/enforcement.controller.js';
import { ClockController } from './case/clock.controller.js';
import { DeadlineController } from './rulebook/deadline.controller.js';
import { AssessmentController } from './case/assessment.controller.js';
import type { BlobStore } from '@fundguard/persistence';
import { CaseController } from './case/case.controller.js';
import { CaseReader } from './case/case.reader.js';
import { DocumentController } from './case/document.controller.js';
import { EvidenceController } from './case/evidence.controller.js';
import { FunnelReader } from './case/funnel.reader.js';
import { PartyController } from './case/party.controller.js';
import { DelegationController } from './delegation/delegation.controller.js';
import { DisciplineController } from './discipline/discipline.controller.js';
import { NoteController } from './discipline/note.controller.js';
import { ClosingController } from './closing/closing.controller.js';
import { ClosingReader } from './closing/closing.reader.js';
import { DrawController } from './draw/draw.controller.js';
import { DrawReader } from './draw/draw.reader.js';
import { AppointmentController, GroupController } from './group/group.controller.js';
import { GroupReader } from './group/group.reader.js';
import { DutyController } from './duty/duty.controller.js';
import { HealthController, type Readiness } from './health.controller.js';
import { AccessGuard } from './http/access.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { ImportController } from './import/import.controller.js';
import { ImportReader } from './import/import.reader.js';
import { JobController } from './job/job.controller.js';
import { LeadController } from './lead/lead.controller.js';
import { LeadReader } from './lead/lead.reader.js';
import { ReporterController } from './lead/reporter.controller.js';
import { RewardController } from './lead/reward.controller.js';
import { StandingController } from './lead/standing.controller.js';
import { LiveController } from './live/live.controller.js';
import { PresenceController } from './live/presence.controller.js';
import { RecordWatch } from './live/watch.js';
import { DeliveryController } from './notification/delivery.controller.js';
import { InboxController } from './notification/inbox.controller.js';
import { AccountController } from './organisation/account.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { BLOBS, CALENDARS, CLOCK_PORT, DATABASE, IS_DEMO, PLATFORM, READINESS, RULEBOOK } from './ports.js';
import { SelfCheckController } from './self-check/self-check.controller.js';
import { SelfCheckReader } from './self-check/self-check.reader.js';
import { PoolController } from './pool/pool.controller.js';
import { PoolReader } from './pool/pool.reader.js';
import { ProblemController } from './problem/problem.controller.js';
import { ProblemReader } from './problem/problem.reader.js';
import { TypicalController } from './publicity/typical.controller.js';
import { TypicalReader } from './publicity/typical.reader.js';
import { LegalBasisController } from './rule/legal-basis.controller.js';
import { RuleController } from './rule/rule.controller.js';
import { RuleReader } from './rule/rule.reader.js';
import { RecordController } from './record/record.controller.js';
import { RecordReader } from './record/record.reader.js';
import { ReportController } from './report/report.controller.js';
import { ReportReader } from './report/report.reader.js';
import { RollUpController } from './report/roll-up.controller.js';
import { RollUpReader } from './report/roll-up.reader.js';
import { PlanCatalogue } from './rulebook/plan-catalogue.js';
import { PlanController } from './rulebook/plan.controller.js';
import { RehearsalController } from './rulebook/rehearsal.controller.js';
import { RehearsalReader } from './rulebook/rehearsal.reader.js';
import { RulebookController } from './rulebook/rulebook.controller.js';
import { DemoController } from './session/demo.controller.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { AboutController } from './system/about.controller.js';
import { TimetableController } from './system/timetable.controller.js';
import { TableCopyController, TableController } from './table/table.controller.js';
import { TableReader } from './table/table.reader.js';
import { RowsReader } from './target/rows.reader.js';
import { IndicatorController, TargetController } from './target/target.controller.js';
import { TargetReader } from './target/target.reader.js';
import { CoverageController } from './visit/coverage.controller.js';
import { VisitController } from './visit/visit.controller.js';
import { VisitFileController } from './visit/visit-file.controller.js';
import { VisitReader } from './visit/visit.reader.js';
import { WorkController } from './work/work.controller.js';
import { WorkFileController } from './work/work-file.controller.js';
import { WorkReader } from './work/work.reader.js';
import { VolumeController } from './visit/volume.controller.js';
import { ViewController } from './view/view.controller.js';

/** What the composition root brings. */
export interface ApiParts {
  readonly platform: Platform;
  readonly rulebook: Rulebook;
  readonly calendars: StoredCalendars;
  readonly blobs: BlobStore;
  readonly temporalAnswers: Readiness;
  readonly isDemo: boolean;
  /** Whose `X-Forwarded-For` is believed; the loopback where nothing is said. */
  readonly trustProxy?: string;
  /** The folder of the built web pages; without it there is the API alone. */
  readonly webDir?: string;
}

@Module({})
export class AppModule {
  static with({ platform, rulebook, calendars, blobs, temporalAnswers, isDemo }: ApiParts): DynamicModule {
    const brought = [
      [PLATFORM, platform],
      [DATABASE, platform.db],
      [CLOCK_PORT, platform.clock],
      [RULEBOOK, rulebook],
      [CALENDARS, calendars],
      [BLOBS, blobs],
      [READINESS, temporalAnswers],
      [IS_DEMO, isDemo],
    ] as const;
    return {
      module: AppModule,
      controllers: [
        HealthController,
        SessionController,
        DemoController,
        CampaignController,
        ProgressController,
        ObligationController,
        ReportController,
        RollUpController,
        DeskController,
        CaseController,
        EvidenceController,
        DocumentController,
        DrawController,
        PoolController,
        ProblemController,
        WorkController,
        WorkFileController,
        TargetController,
        IndicatorController,
        TableController,
        TableCopyController,
        CampaignDocumentReadController,
        CampaignDocumentController,
        GroupController,
        AppointmentController,
        DelegationController,
        DutyController,
        DisciplineController,
        NoteController,
        VisitController,
        VisitFileController,
        CoverageController,
        VolumeController,
        TypicalController,
        ClosingController,
        RuleController,
        LegalBasisController,
        SelfCheckController,
        PartyController,
        LeadController,
        ReporterController,
        RewardController,
        StandingController,
        ApprovalController,
        AssessmentController,
        ClockController,
        EnforcementController,
        DeadlineController,
        InboxController,
        DeliveryController,
        OrganisationController,
        AccountController,
        RulebookController,
        OverlapController,
        PlanController,
        RehearsalController,
        RecordController,
        LiveController,
        PresenceController,
        JobController,
        ImportController,
        TimetableController,
        ViewController,
        AboutController,
      ],
      providers: [
        ...brought.map(([provide, useValue]) => ({ provide, useValue: useValue })),
        Sessions,
        ProgressReader,
        CaseReader,
        LeadReader,
        DrawReader,
        PoolReader,
        ProblemReader,
        WorkReader,
        ReportReader,
        RollUpReader,
        TargetReader,
        RowsReader,
        TableReader,
        ImportReader,
        GroupReader,
        DocumentReader,
        VisitReader,
        TypicalReader,
        ClosingReader,
        RuleReader,
        SelfCheckReader,
        CampaignReader,
        PlanCatalogue,
        RehearsalReader,
        KinReader,
        OverviewReader,
        FunnelReader,
        ApprovalReader,
        RecordReader,
        RecordWatch,
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
