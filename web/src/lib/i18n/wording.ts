/** The shape of a translation: every key of the English one, each with a text of its own. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };
