/** Why a place may never be moved aside, whoever says that it is a leftover. Each has words in `reasons`. */
export type ProtectedReason =
  'place-not-exact' | 'place-of-the-system' | 'place-of-people' | 'place-of-others' | 'place-shared';
