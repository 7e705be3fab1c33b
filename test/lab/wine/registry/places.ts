/** Keys that several fixtures write to, as the 64-bit view names them. */
export const uninstall64 = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
export const uninstall32 = 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
export const uninstallOfUser = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
export const vendor32 = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';

/** Microsoft's device class of keyboards (its upper filters: G17, G19, G22, seen 2026-11-23). */
export const keyboardClass = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E96B-E325-11CE-BFC1-08002BE10318}';
