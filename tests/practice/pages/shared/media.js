// Photos and videos chosen in a file input, shown from blob: URLs as both sites do before uploading.

/** @param {FileList | null} files */
export function mediaFrom(files) {
  return [...(files ?? [])].map((file) => ({
    url: URL.createObjectURL(file),
    name: file.name,
    kind: file.type.startsWith("video/") ? "video" : "photo",
  }));
}

/** @param {{ kind: string }[]} media */
export const kindsOf = (media) => media.map((item) => item.kind);
