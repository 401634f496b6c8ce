/** 印发之日、即日起、a date of the document, or one given at the draft (R-CAMP-21). */
export const START_BASES = ['issue', 'today', 'fixed', 'given'] as const;

/** 集中宣传月、治理能力提升年、日常稽核全覆盖、年度监管计划 (R-CAMP-28). */
export const INITIATIVES = ['publicityMonth', 'capabilityYear', 'routineAudit', 'yearlyPlan', 'other'] as const;
