import fc from 'fast-check';
import { Stage, StageGraph } from '../../../server/src/version/stage';
import { allowedFrom, demotionTarget, mayMove } from '../../../server/src/version/stage-machine';

const WAY = [Stage.DEVELOPMENT, Stage.STAGING, Stage.SHADOW, Stage.CANARY, Stage.PRODUCTION];
const stage = fc.constantFrom(...Object.values(Stage));
const graph = fc.constantFrom(...Object.values(StageGraph));
const place = (one: Stage): number => WAY.indexOf(one);
const isOnTheWay = (one: Stage): boolean => place(one) >= 0 && one !== Stage.PRODUCTION;

/** The two graphs as their descriptions in the contract say it, written a second time. */
const DESCRIBED: Record<StageGraph, (from: Stage, to: Stage) => boolean> = {
  STANDARD: (from, to) =>
    from !== to &&
    ((isOnTheWay(from) && place(to) > place(from)) ||
      ([Stage.STAGING, Stage.SHADOW, Stage.CANARY].includes(from) &&
        [Stage.DEVELOPMENT, Stage.STAGING].includes(to)) ||
      (from !== Stage.PRODUCTION && [Stage.DEPRECATED, Stage.ARCHIVED].includes(to)) ||
      (from === Stage.PRODUCTION && [Stage.STAGING, Stage.DEPRECATED, Stage.ARCHIVED].includes(to)) ||
      (from === Stage.DEPRECATED && [Stage.STAGING, Stage.PRODUCTION].includes(to)) ||
      (from === Stage.ARCHIVED && to === Stage.DEVELOPMENT)),
  STRICT: (from, to) =>
    from !== to &&
    ((isOnTheWay(from) && place(to) === place(from) + 1) ||
      ([Stage.STAGING, Stage.SHADOW, Stage.CANARY].includes(from) && place(to) === place(from) - 1) ||
      (from !== Stage.PRODUCTION && [Stage.DEPRECATED, Stage.ARCHIVED].includes(to)) ||
      (from === Stage.PRODUCTION && to === Stage.DEPRECATED) ||
      (from === Stage.DEPRECATED && to === Stage.STAGING) ||
      (from === Stage.ARCHIVED && to === Stage.DEVELOPMENT)),
};

test('both graphs have exactly the moves that the contract describes', () => {
  for (const one of Object.values(StageGraph))
    for (const from of Object.values(Stage))
      for (const to of Object.values(Stage))
        expect([one, from, to, mayMove(one, from, to)]).toEqual([one, from, to, DESCRIBED[one](from, to)]);
});

test('what is allowed from a stage is what one may move to, each once, never the stage itself', () => {
  fc.assert(
    fc.property(graph, stage, stage, (one, from, to) => {
      const allowed = allowedFrom(one, from);
      expect(new Set(allowed).size).toBe(allowed.length);
      expect(allowed).not.toContain(from);
      expect(mayMove(one, from, to)).toBe(allowed.includes(to));
    }),
  );
});

test('from any stage any other can be reached: nothing is a dead end', () => {
  fc.assert(
    fc.property(graph, stage, stage, (one, from, to) => {
      const reached = new Set([from]);
      for (const at of reached) for (const next of allowedFrom(one, at)) reached.add(next);
      expect(reached).toContain(to);
    }),
  );
});

test('whoever is demoted goes by an edge of the graph, and STRICT has no edge that STANDARD lacks but one step back', () => {
  for (const one of Object.values(StageGraph))
    expect(mayMove(one, Stage.PRODUCTION, demotionTarget(one))).toBe(true);
  fc.assert(
    fc.property(stage, stage, (from, to) => {
      fc.pre(mayMove(StageGraph.STRICT, from, to) && place(to) !== place(from) - 1);
      expect(mayMove(StageGraph.STANDARD, from, to)).toBe(true);
    }),
  );
});

test('walks of random moves never leave the graph: each accepted move is described, each refused one is not', () => {
  fc.assert(
    fc.property(graph, fc.array(stage, { maxLength: 30 }), (one, wishes) => {
      let at = Stage.DEVELOPMENT;
      for (const wish of wishes) {
        const may = mayMove(one, at, wish);
        expect(may).toBe(DESCRIBED[one](at, wish));
        if (may) at = wish;
      }
    }),
  );
});
