/** What the program says outside its page, in English: menus and the system's own dialogs. */
export const english = {
  app: {
    'this-computer': 'This computer',
    'this-computer-story': 'The computer this program runs on.',
    'runtime-older':
      '{{runtime}}, older than the one this program is made for. Good for trying and testing, not for daily use.',
    menu: { file: 'File', edit: 'Edit', view: 'View', quit: 'Quit' },
    confirm: {
      message_one: 'Remove {{count}} product from this computer?',
      message_other: 'Remove {{count}} products from this computer?',
      detail: 'This will run, with administrator rights:\n\n{{steps}}\n\nThe system will ask for permission next.',
      go: 'Remove',
      cancel: 'Cancel',
    },
    undo: {
      message_one: 'Put {{count}} thing back?',
      message_other: 'Put {{count}} things back?',
      detail: 'Each goes to where it was:\n\n{{things}}\n\nThe system will ask for permission next.',
      go: 'Put back',
    },
    closing: {
      message: 'A removal is running.',
      detail:
        'You can close this window. The removal goes on, and its record shows how it ended when you open Offramp again.',
      'detail-simulated':
        'This is a rehearsal on a simulated computer. It stops when you close the window, and you can go on with it later.',
      close: 'Close the window',
      stay: 'Stay here',
    },
    link: {
      message: 'Open a page of {{host}} in your browser?',
      detail: 'This leaves Offramp. The address is {{address}}',
      open: 'Open',
      cancel: 'Cancel',
    },
    save: { title: 'Save the proof', 'file-name': 'offramp-proof-{{date}}', html: 'Web page', json: 'Data (JSON)' },
    refused: {
      title: 'Offramp cannot start',
      data: 'Its data cannot be used ({{reason}}). Please install Offramp again.\n\n{{detail}}',
      computer: 'There is no simulated computer named "{{name}}".',
    },
  },
};
