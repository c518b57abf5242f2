import * as z from 'zod';
import { Appointment, Booking, BookingAdvice } from './agenda.ts';
import { needs } from './base.ts';
import { PatientId, RequestId, StaffId } from './ids.ts';
import { PatientSummary } from './patients.ts';
import { Instant } from './time.ts';

/** By which door it came. */
export const RequestOrigin = z.enum([
  'call',
  'counter',
  'pharmacy',
  'nurse',
  'other-practice',
  'emergency-department',
  'sas',
  'cpts',
  'telesecretariat',
]);
export type RequestOrigin = z.infer<typeof RequestOrigin>;

/** The outcomes that exist so far; no request is closed without one. */
export const RequestOutcome = z.enum(['appointment', 'withdrawn']);
export type RequestOutcome = z.infer<typeof RequestOutcome>;

/** What somebody asks for, from the first word to the outcome. Kept minimal here: it grows with the desk. */
export const DeskRequest = z.object({
  id: RequestId,
  version: z.int(),
  origin: RequestOrigin,
  patient: PatientSummary.nullable(),
  wish: z.string().max(300).nullable(),
  openedAt: Instant,
  openedBy: StaffId,
  closedAt: Instant.nullable(),
  outcome: RequestOutcome.nullable(),
  appointmentId: z.int().nullable(),
});
export type DeskRequest = z.infer<typeof DeskRequest>;

const versioned = z.object({ id: RequestId, version: z.int() });

export const requests = {
  open: needs('requests.write')
    .input(
      z.object({
        origin: RequestOrigin.default('call'),
        patientId: PatientId.optional(),
        wish: z.string().trim().max(300).optional(),
      }),
    )
    .output(DeskRequest),
  update: needs('requests.write')
    .input(
      versioned.extend({
        patientId: PatientId.nullable().optional(),
        wish: z.string().trim().max(300).nullable().optional(),
        origin: RequestOrigin.optional(),
      }),
    )
    .output(DeskRequest),
  /** Books and closes the request in one transaction: never one without the other. */
  book: needs('requests.write')
    .input(versioned.extend({ booking: Booking }))
    .output(z.object({ request: DeskRequest, appointment: Appointment, advice: BookingAdvice })),
  withdraw: needs('requests.write').input(versioned).output(DeskRequest),
  /** Open requests, oldest first. */
  pending: needs('desk.read').output(z.array(DeskRequest)),
};
