import { start } from './app/start';

// Not awaited at the top level: Electron is not ready before this module has been run to its end.
void start();
