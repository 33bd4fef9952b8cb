import 'react';

declare module 'react' {
  /** Lets a component hand values to its stylesheet. */
  interface CSSProperties {
    [custom: `--${string}`]: string | number;
  }
}
