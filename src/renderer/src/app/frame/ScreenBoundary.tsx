import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** One screen that fails leaves the rest of the desk usable. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        title="Cet écran n’a pas pu s’afficher"
        action={<Button onClick={() => this.setState({ failed: false })}>Réessayer</Button>}
      >
        Ce qui est enregistré est en sécurité, et les autres écrans fonctionnent.
      </EmptyState>
    );
  }
}
