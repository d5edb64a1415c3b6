// Labels of the practice Facebook. English after the sources in README.md; Spanish is a plausible translation (not verified).
const EN = {
  createPost: "Create post", mind: (name) => `What's on your mind, ${name}?`, writeSomething: "Write something...", post: "Post", next: "Next",
  postSettings: "Post settings", close: "Close", back: "Back", sharing: (audience) => `Edit privacy. Sharing with ${audience}. `, postAudience: "Post audience",
  audiences: { public: "Public", friends: "Friends", except: "Friends except: Pat Doe", only_me: "Only me" },
  audienceDone: "Done with privacy audience selection and close dialog", done: "Done", photo: "Photo/video", removePhoto: "Remove post attachment",
  commentAs: (name) => `Comment as ${name}`, comment: "Comment", replyTo: (name) => `Reply to ${name}`, reply: "Reply", leaveComment: "Leave a comment",
  commentBy: (name) => `Comment by ${name} 2 hours ago`, message: "Message", sendMessage: "Press Enter to send", threadComposer: "Thread composer",
  storyOf: (name) => `${name}'s post`, chats: "Chats", conversation: (name) => `Messages in conversation with ${name}`, profile: "Your profile", switchTo: (name) => `Switch to ${name}`,
  friendRequests: "Friend requests", confirm: "Confirm", remove: "Delete", addFriend: "Add friend", cancelRequest: "Cancel request", privateGroup: "Private group",
  recommends: "recommends", notRecommends: "doesn't recommend", reviews: "Reviews", home: "Home", group: "Group", page: "Page", like: "Like", search: "Search Facebook",
};

const ES = {
  createPost: "Crear publicación", mind: (name) => `¿Qué estás pensando, ${name}?`, writeSomething: "Escribe algo...", post: "Publicar", next: "Siguiente",
  postSettings: "Configuración de la publicación", close: "Cerrar", back: "Atrás", sharing: (audience) => `Editar privacidad. Se comparte con ${audience}. `, postAudience: "Público de la publicación",
  audiences: { public: "Público", friends: "Amigos", except: "Amigos, excepto: Pat Doe", only_me: "Solo yo" },
  audienceDone: "Terminar de seleccionar el público y cerrar el cuadro de diálogo", done: "Listo", photo: "Foto/video", removePhoto: "Eliminar archivo adjunto de la publicación",
  commentAs: (name) => `Comentar como ${name}`, comment: "Comentar", replyTo: (name) => `Responder a ${name}`, reply: "Responder", leaveComment: "Dejar un comentario",
  commentBy: (name) => `Comentario de ${name} hace 2 horas`, message: "Mensaje", sendMessage: "Presiona Enter para enviar", threadComposer: "Redactor del hilo",
  storyOf: (name) => `Publicación de ${name}`, chats: "Chats", conversation: (name) => `Mensajes de la conversación con ${name}`, profile: "Tu perfil", switchTo: (name) => `Cambiar a ${name}`,
  friendRequests: "Solicitudes de amistad", confirm: "Confirmar", remove: "Eliminar", addFriend: "Agregar a amigos", cancelRequest: "Cancelar solicitud", privateGroup: "Grupo privado",
  recommends: "recomienda", notRecommends: "no recomienda", reviews: "Opiniones", home: "Inicio", group: "Grupo", page: "Página", like: "Me gusta", search: "Buscar en Facebook",
};

// A language of which the extension has no words at all: what it finds here it finds by structure. Plausible, not verified.
const FI = {
  ...EN,
  createPost: "Luo julkaisu", mind: (name) => `Mitä mietit, ${name}?`, writeSomething: "Kirjoita jotain...", post: "Julkaise", next: "Seuraava",
  postSettings: "Julkaisun asetukset", close: "Sulje", back: "Takaisin", sharing: (audience) => `Muokkaa yksityisyyttä. Jaetaan: ${audience}. `, postAudience: "Julkaisun kohderyhmä",
  audiences: { public: "Julkinen", friends: "Kaverit", except: "Kaverit paitsi: Pat Doe", only_me: "Vain minä" },
  audienceDone: "Kohderyhmä valittu", done: "Valmis", photo: "Kuva/video", removePhoto: "Poista liite",
  commentAs: (name) => `Kommentoi nimellä ${name}`, comment: "Kommentoi", replyTo: (name) => `Vastaa: ${name}`, reply: "Vastaa", leaveComment: "Jätä kommentti",
  message: "Viesti", sendMessage: "Lähetä painamalla Enter", threadComposer: "Viestiketju", chats: "Keskustelut", confirm: "Vahvista", remove: "Poista", addFriend: "Lisää kaveriksi",
};

export const words = { es: ES, fi: FI }[document.documentElement.lang] ?? EN;
