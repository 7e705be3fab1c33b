import type { Page } from '@playwright/test';

export type View = 'light' | 'dark' | 'spanish' | 'small' | 'zoomed' | 'stretched' | 'technician' | 'forced';

export interface Gallery {
  readonly page: Page;
  readonly names: readonly string[];
  readonly complaints: readonly string[];
  show(name: string, view: View): Promise<void>;
  hiddenWidth(): Promise<number>;
  /** Texts that are cut off at the edge of their own place. */
  cutTexts(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function openGallery(): Promise<Gallery>;
