// The part of React that this page uses, typed here as long as @types/react and @types/react-dom are not among the
// dependencies. To be deleted when they are.

declare module 'react' {
  interface TargetedEvent<T> {
    readonly target: T;
    preventDefault(): void;
  }
  export function useState<S>(initial: S): [S, (next: S) => void];
  export function useMemo<T>(make: () => T, dependencies: readonly unknown[]): T;
  export function useEffect(effect: () => (() => void) | undefined, dependencies: readonly unknown[]): void;
  export function useSyncExternalStore<T>(
    subscribe: (listener: () => void) => () => void,
    current: () => T,
  ): T;
}

declare module 'react/jsx-runtime' {
  import type { TargetedEvent } from 'react';

  export namespace JSX {
    interface Element {
      readonly type: unknown;
    }
    interface ElementChildrenAttribute {
      readonly children: unknown;
    }
    interface HtmlAttributes {
      readonly className?: string;
      readonly children?: unknown;
      readonly role?: string;
      readonly 'aria-label'?: string;
    }
    interface IntrinsicElements {
      readonly div: HtmlAttributes;
      readonly header: HtmlAttributes;
      readonly main: HtmlAttributes;
      readonly h1: HtmlAttributes;
      readonly p: HtmlAttributes;
      readonly span: HtmlAttributes;
      readonly code: HtmlAttributes;
      readonly img: HtmlAttributes & {
        readonly src: string;
        readonly alt: string;
        readonly width?: string;
        readonly height?: string;
      };
      readonly button: HtmlAttributes & {
        readonly type: 'button' | 'submit';
        readonly disabled?: boolean;
        readonly onClick?: () => void;
      };
      readonly form: HtmlAttributes & {
        readonly onSubmit: (event: TargetedEvent<HTMLFormElement>) => void;
      };
      readonly input: HtmlAttributes & {
        readonly type: 'password';
        readonly autoComplete: 'off';
        readonly placeholder: string;
        readonly value: string;
        readonly onChange: (event: TargetedEvent<HTMLInputElement>) => void;
      };
    }
  }
}

declare module 'react-dom/client' {
  import type { JSX } from 'react/jsx-runtime';

  export function createRoot(container: HTMLElement): { render(element: JSX.Element): void };
}
