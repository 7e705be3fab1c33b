import type { Page } from '@playwright/test';

export type View = 'light' | 'dark' | 'spanish' | 'small' | 'zoomed' | 'technician' | 'forced';

export interface Gallery {
  readonly page: Page;
  readonly names: readonly string[];
  readonly complaints: readonly string[];
  show(name: string, view: View): Promise<void>;
  hiddenWidth(): Promise<number>;
  close(): Promise<void>;
}

export function openGallery(): Promise<Gallery>;
