// Labels of the practice X. English after the sources in README.md; Spanish is a plausible translation (not verified).
const EN = {
  home: "Home", messages: "Messages", chat: "Chat", profile: "Profile", post: "Post", postAll: "Post all", reply: "Reply", quote: "Quote",
  repost: "Repost", placeholder: "What’s happening?", replyPlaceholder: "Post your reply", quotePlaceholder: "Add a comment", textLabel: "Post text",
  everyone: "Everyone can reply", addMedia: "Add photos or video", removeMedia: "Remove media", media: "Media", addPost: "Add post",
  addPoll: "Add poll", choice: "Choice", close: "Close", replyingTo: "Replying to", sent: "Your post was sent.", view: "View",
  accountMenu: "Account menu", switchTo: "Switch to", protectedAccount: "Protected account", message: "Start a new message", send: "Send",
  unsent: "Save post?", save: "Save", discard: "Discard", bio: "Bio", editProfile: "Edit profile", follow: "Follow", following: "Following", followBack: "Follow back", followsYou: "Follows you",
  requests: "Follower requests", accept: "Accept", decline: "Decline", search: "Search", like: "Like", description: "Description", timeline: "Timeline: Your Home Timeline",
};

const ES = {
  home: "Inicio", messages: "Mensajes", chat: "Chat", profile: "Perfil", post: "Postear", postAll: "Postear todo", reply: "Responder", quote: "Citar",
  repost: "Repostear", placeholder: "¿Qué está pasando?", replyPlaceholder: "Postea tu respuesta", quotePlaceholder: "Agrega un comentario", textLabel: "Texto del post",
  everyone: "Todos pueden responder", addMedia: "Agregar fotos o video", removeMedia: "Eliminar multimedia", media: "Multimedia", addPost: "Agregar post",
  addPoll: "Agregar encuesta", choice: "Opción", close: "Cerrar", replyingTo: "En respuesta a", sent: "Se envió tu post.", view: "Ver",
  accountMenu: "Menú de la cuenta", switchTo: "Cambiar a", protectedAccount: "Cuenta protegida", message: "Escribe un mensaje", send: "Enviar",
  unsent: "¿Guardar el post?", save: "Guardar", discard: "Descartar", bio: "Biografía", editProfile: "Editar perfil", follow: "Seguir", following: "Siguiendo", followBack: "Seguir también", followsYou: "Te sigue",
  requests: "Solicitudes de seguimiento", accept: "Aceptar", decline: "Rechazar", search: "Buscar", like: "Me gusta", description: "Descripción", timeline: "Cronología: Tu cronología de inicio",
};

export const words = document.documentElement.lang === "es" ? ES : EN;
