import type { english } from './english';

/** The same in Spanish; a missing or extra text does not compile. */
export const spanish: typeof english = {
  app: {
    'this-computer': 'Este equipo',
    'this-computer-story': 'El equipo en el que funciona este programa.',
    'runtime-older':
      '{{runtime}}, más antiguo que aquel para el que está hecho este programa. Sirve para probar, no para el uso diario.',
    menu: { file: 'Archivo', edit: 'Edición', view: 'Ver', quit: 'Salir' },
    confirm: {
      message_one: '¿Quitar {{count}} producto de este equipo?',
      message_other: '¿Quitar {{count}} productos de este equipo?',
      detail: 'Se ejecutará, con permisos de administrador:\n\n{{steps}}\n\nA continuación, el sistema pedirá permiso.',
      go: 'Quitar',
      cancel: 'Cancelar',
    },
    undo: {
      message_one: '¿Devolver {{count}} elemento a su sitio?',
      message_other: '¿Devolver {{count}} elementos a su sitio?',
      detail: 'Cada uno vuelve a donde estaba:\n\n{{things}}\n\nDespués el sistema pedirá permiso.',
      go: 'Devolver',
    },
    closing: {
      message: 'Hay una eliminación en marcha.',
      detail:
        'Puede cerrar esta ventana. La eliminación continúa y su registro mostrará cómo terminó cuando vuelva a abrir Offramp.',
      'detail-simulated':
        'Es un ensayo en un equipo simulado. Se detiene al cerrar la ventana y podrá continuarlo más tarde.',
      close: 'Cerrar la ventana',
      stay: 'Seguir aquí',
    },
    link: {
      message: '¿Abrir una página de {{host}} en su navegador?',
      detail: 'Saldrá de Offramp. La dirección es {{address}}',
      open: 'Abrir',
      cancel: 'Cancelar',
    },
    save: {
      title: 'Guardar la prueba',
      'file-name': 'prueba-offramp-{{date}}',
      html: 'Página web',
      json: 'Datos (JSON)',
    },
    refused: {
      title: 'Offramp no puede iniciarse',
      data: 'Sus datos no se pueden usar ({{reason}}). Vuelva a instalar Offramp.\n\n{{detail}}',
      computer: 'No hay ningún equipo simulado llamado «{{name}}».',
    },
  },
};
