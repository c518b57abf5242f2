import * as z from 'zod';

/** Row identities are SQLite row ids: one desk, one file, one writer. See ADR 0003. */
const id = <B extends string>() => z.int().positive().brand<B>();

export const StaffId = id<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;
export const PractitionerId = id<'PractitionerId'>();
export type PractitionerId = z.infer<typeof PractitionerId>;
export const AppointmentTypeId = id<'AppointmentTypeId'>();
export type AppointmentTypeId = z.infer<typeof AppointmentTypeId>;
export const OpeningHoursId = id<'OpeningHoursId'>();
export type OpeningHoursId = z.infer<typeof OpeningHoursId>;
export const ExceptionId = id<'ExceptionId'>();
export type ExceptionId = z.infer<typeof ExceptionId>;
export const AbsenceId = id<'AbsenceId'>();
export type AbsenceId = z.infer<typeof AbsenceId>;
export const PatientId = id<'PatientId'>();
export type PatientId = z.infer<typeof PatientId>;
export const ClaimId = id<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;
export const RequestId = id<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;
export const PolicyId = id<'PolicyId'>();
export type PolicyId = z.infer<typeof PolicyId>;
export const DecisionId = id<'DecisionId'>();
export type DecisionId = z.infer<typeof DecisionId>;
export const RefusalId = id<'RefusalId'>();
export type RefusalId = z.infer<typeof RefusalId>;
export const CallbackId = id<'CallbackId'>();
export type CallbackId = z.infer<typeof CallbackId>;
export const TextVersionId = id<'TextVersionId'>();
export type TextVersionId = z.infer<typeof TextVersionId>;
export const UrgencyCardId = id<'UrgencyCardId'>();
export type UrgencyCardId = z.infer<typeof UrgencyCardId>;
export const UrgencyEventId = id<'UrgencyEventId'>();
export type UrgencyEventId = z.infer<typeof UrgencyEventId>;
export const DirectoryEntryId = id<'DirectoryEntryId'>();
export type DirectoryEntryId = z.infer<typeof DirectoryEntryId>;
