import type { InferContractRouterOutputs } from '@orpc/contract';
import type { ReactNode } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { Contract } from '../../../../contract/index.ts';
import { clockText, durationText, hourText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { waited } from '../room/room.ts';
import { shortName } from '../short-name.ts';
import { statusLook } from '../status.ts';
import type { CallForHer } from './calls.ts';
import { needLabels } from './needs.ts';

export type Glance = InferContractRouterOutputs<Contract>['agenda']['glance'];

const Chip = ({ row }: { readonly row: Appointment }) => {
  const { label, tone, shape } = statusLook[row.status];
  const minutes = row.status === 'arrived' ? waited(row, Date.now()) : null;
  return (
    <StatusChip tone={tone} shape={shape}>
      {minutes === null ? label : `Attend depuis ${durationText(minutes)}`}
    </StatusChip>
  );
};

const Big = ({ title, row }: { readonly title: string; readonly row: Appointment }) => (
  <section className="glance-big">
    <h3>{title}</h3>
    <p className="glance-name pv-name">{shortName(row.patient.displayName)}</p>
    <p className="glance-facts">
      <b>{clockText(row.start)}</b>
      <span>{row.typeName}</span>
      <Chip row={row} />
      {row.patient.needs.map((need) => (
        <StatusChip key={need} tone="violet" shape="square">
          {needLabels[need]}
        </StatusChip>
      ))}
    </p>
    {row.comment === null ? null : <p className="glance-comment pv-name">{row.comment}</p>}
  </section>
);

interface ListProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly none: string;
  /** So many fit without scrolling; the rest is counted. */
  readonly most: number;
  readonly tall?: true;
  readonly children: (item: T) => ReactNode;
  readonly keyOf: (item: T) => string | number;
}

const othersText = (n: number): string => (n === 1 ? 'et une autre ligne' : `et ${n} autres`);

function List<T>({ title, items, none, most, tall, children, keyOf }: ListProps<T>) {
  return (
    <section className="glance-list" data-tall={tall}>
      <h3>
        {title} {items.length === 0 ? null : <span>{items.length}</span>}
      </h3>
      {items.length === 0 ? <p>{none}</p> : null}
      <ul>
        {items.slice(0, most).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > most ? <p>{othersText(items.length - most)}</p> : null}
    </section>
  );
}

const CHANGE: Readonly<Record<Glance['changes'][number]['what'], string>> = {
  added: 'Ajouté',
  moved: 'Déplacé',
  cancelled: 'Annulé',
};

const Line = ({ row }: { readonly row: Appointment }) => (
  <>
    <b>{clockText(row.start)}</b> <span className="pv-name">{shortName(row.patient.displayName)}</span>
  </>
);

interface BodyProps {
  readonly glance: Glance;
  /** Messages for her and calls that she promised, the most pressing first. */
  readonly calls: readonly CallForHer[];
}

export const GlanceBody = ({ glance, calls }: BodyProps) => (
  <div className="glance-body">
    <div className="glance-main">
      {glance.next === null ? (
        <section className="glance-big">
          <h3>Prochain patient</h3>
          <p className="glance-name glance-nobody">Plus personne aujourd’hui</p>
        </section>
      ) : (
        <Big title="Prochain patient" row={glance.next} />
      )}
      {glance.current === null ? null : (
        <p className="glance-now">
          <StatusChip tone="blue" shape="triangle">
            En consultation
          </StatusChip>
          <Line row={glance.current} />
        </p>
      )}
      <p className="glance-late" data-late={glance.late > 0 || undefined}>
        {glance.late > 0 ? `${durationText(glance.late)} de retard` : 'À l’heure'}
      </p>
      <p className="glance-tomorrow">
        {glance.tomorrowFirst === null ? (
          'Rien de prévu demain'
        ) : (
          <>
            Demain, à partir de <b>{hourText(glance.tomorrowFirst.start)}</b> :{' '}
            <span className="pv-name">{shortName(glance.tomorrowFirst.patient.displayName)}</span>
          </>
        )}
      </p>
    </div>
    <div className="glance-side">
      <List title="En salle d’attente" items={glance.waiting} none="Personne" most={5} keyOf={({ id }) => id}>
        {(row) => (
          <>
            <Line row={row} />
            <span className="glance-wait">{durationText(waited(row, Date.now()) ?? 0)}</span>
          </>
        )}
      </List>
      <List title="Appels pour vous" items={calls} none="Aucun" most={4} keyOf={({ key }) => key}>
        {({ who, what, late }) => (
          <>
            <span className="pv-name">{who}</span>
            <span className="glance-wait" data-late={late || undefined}>
              {what}
            </span>
          </>
        )}
      </List>
      <List
        title="Encore aujourd’hui"
        items={glance.remaining}
        none="Plus personne"
        most={14}
        tall
        keyOf={({ id }) => id}
      >
        {(row) => <Line row={row} />}
      </List>
      <List title="Temps libre" items={glance.gaps} none="Aucun" most={4} keyOf={({ start }) => start}>
        {({ start, end }) => (
          <>
            <b>{clockText(start)}</b> à <b>{clockText(end)}</b>
            <span className="glance-wait">{durationText(end - start)}</span>
          </>
        )}
      </List>
      <List
        title="Changé depuis ce matin"
        items={glance.changes}
        none="Rien n’a changé"
        most={5}
        keyOf={({ at, appointment, what }) => `${at} ${appointment.id} ${what}`}
      >
        {({ what, appointment }) => (
          <>
            <span className="glance-what">{CHANGE[what]}</span> <Line row={appointment} />
          </>
        )}
      </List>
    </div>
  </div>
);
