/**
 * The panel on the right: the call in hand, or what was opened from the day. The day never disappears behind it.
 * A new kind of content is one more member here, and its component in `panels.tsx`.
 */
import { create } from 'zustand';
import type {
  ClaimId,
  FreedSlotId,
  GivenPlacesId,
  PatientId,
  PractitionerId,
  RequestId,
} from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';

export type PanelContent =
  /** The call in hand: its draft lives in `agenda/booking/call.ts`, so that looking at a card does not lose it. */
  | { readonly kind: 'call' }
  /** `cancelling`: straight to who cancels and why. */
  | { readonly kind: 'appointment'; readonly id: ClaimId; readonly cancelling?: true }
  | { readonly kind: 'patient'; readonly id: PatientId }
  | { readonly kind: 'room' }
  /** Who is to be rung, and which messages wait for an answer. */
  | { readonly kind: 'callbacks' }
  /** What is kept for unscheduled care that day; straight to giving one more when somebody is named. */
  | { readonly kind: 'reserve'; readonly day: Day; readonly giveTo: PractitionerId | null }
  /** Ctrl+P: a day on paper, everybody's or one practitioner's. */
  | { readonly kind: 'print'; readonly day: Day; readonly practitionerId: PractitionerId | null }
  /** What the night must know. */
  | { readonly kind: 'handover' }
  /** Who is rung for a place that came free. */
  | { readonly kind: 'freed'; readonly id: FreedSlotId }
  /** Every place that came free and waits for somebody. */
  | { readonly kind: 'freed-list' }
  /** Places that practitioners give, and how far they are used. */
  | { readonly kind: 'places' }
  /** One practitioner gives some: who, how many, until when, and who would come next. */
  | { readonly kind: 'give-places'; readonly practitionerId: PractitionerId | null }
  /** Who is rung for the places that one practitioner gave. */
  | { readonly kind: 'given-places'; readonly id: GivenPlacesId }
  /** F6 on a request: its draft lives in `refusals/hand.ts`. */
  | { readonly kind: 'refusal'; readonly requestId: RequestId };

interface PanelState {
  readonly content: PanelContent | null;
  open(content: PanelContent): void;
  close(): void;
}

export const usePanel = create<PanelState>()((set) => ({
  content: null,
  open: (content) => set({ content }),
  close: () => set({ content: null }),
}));
