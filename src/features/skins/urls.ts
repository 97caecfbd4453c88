type Numbered = { readonly id: number };

/** A member's own skins, and those of the archive. */
export const skinsUrl = '/skins';
export const newSkinUrl = '/skins/new';
export const skinUrl = (skin: Numbered) => `/skins/${skin.id}`;
export const editSkinUrl = (skin: Numbered) => `/skins/${skin.id}/edit`;
export const deleteSkinUrl = (skin: Numbered) => `/skins/${skin.id}/delete`;
/** The sheet itself; another one after each change. */
export const skinSheetUrl = (skin: Numbered & { readonly editedAt: number }) =>
  `/skins/${skin.id}/sheet.css?v=${skin.editedAt}`;
