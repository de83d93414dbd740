/**
 * What events publish by hash. The reveal is shown in one render: everything it needs is fetched and checked first. A blob
 * that does not have its hash is `{isBroken: true}` in its place, never content.
 */

export const broken = Object.freeze({ isBroken: true });

/** The hashes a reveal needs before anything of it is shown. */
export function hashesOf(reveal) {
  return [
    ...reveal.reviewers.flatMap(({ opinion }) => (opinion ? [opinion[0]] : [])),
    ...(reveal.firstOpinion ? [reveal.firstOpinion[0]] : []),
    reveal.discrepancies[0],
  ];
}

/**
 * The content of a reveal, of blobs by hash (parsed, or `broken`): `{opinions: {pseudonym: opinion}, firstOpinion,
 * discrepancies}`. Late reviewers have no opinion.
 */
export function assemble(reveal, blobs) {
  const opinions = Object.fromEntries(reveal.reviewers
    .filter(({ opinion }) => opinion).map(({ as, opinion }) => [as, blobs.get(opinion[0])]));
  const first = reveal.firstOpinion ? blobs.get(reveal.firstOpinion[0]) : null;
  const found = blobs.get(reveal.discrepancies[0]);
  return {
    opinions,
    firstOpinion: first?.isBroken ? broken : first?.opinion ?? null,
    discrepancies: found?.isBroken ? [] : found,
    isBroken: [...Object.values(opinions), first, found].some(one => one?.isBroken),
  };
}

/**
 * The annotation pages about some parts and series: `[{pseudonym, hash}]`. A package says which sources each of its pages is
 * about; one that does not is fetched whole.
 */
export function pagesAbout(reveal, opinions, sources) {
  const wanted = new Set(sources);
  return reveal.reviewers.flatMap(({ as, pages }) => pages
    .filter((page, index) => {
      const about = opinions[as]?.pages?.[index];
      return !about || about.some(source => wanted.has(source));
    })
    .map(([hash]) => ({ pseudonym: as, hash })));
}

/** How a colleague's entry is addressed: `R-A/17`. */
export const address = (pseudonym, number) => `${pseudonym}/${number}`;
