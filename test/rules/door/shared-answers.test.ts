import { type ExecutionResult, parse } from 'graphql';
import { type Actor, Role } from '../../../server/src/contract/actor';
import { SharedAnswers } from '../../../server/src/door/shared-answers';

const actor: Actor = { subject: 'a', role: Role.READER, projectId: 'p', tokenId: 't', expiresAt: null };
const asked = { query: 'subscription { events { cursor } }', variables: { x: 1 } };
const document = parse(asked.query);
const read = () => document;
const envelope = (cursor: string, kind = 'EVENT') => ({ cursor, kind, event: {} });

const counting = (answer: ExecutionResult = { data: {} }) => {
  const runs = { count: 0 };
  const execute = async (): Promise<ExecutionResult> => {
    runs.count += 1;
    return answer;
  };
  return { runs, execute };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('who asks the same gets the answer that was got for another', async () => {
  const shared = new SharedAnswers();
  const [first, second] = [
    shared.join(asked, actor, read),
    shared.join({ ...asked }, { ...actor, subject: 'b' }, read),
  ];
  const { runs, execute } = counting();
  const answers = await Promise.all([first, second].map((share) => share.answer(envelope('1'), execute)));
  expect(runs.count).toBe(1);
  expect(answers[0]).toBe(answers[1]);
  await first.answer(envelope('2'), execute);
  await first.answer(envelope('1', 'CHECKPOINT'), execute);
  expect(runs.count).toBe(3);
});

test.each([
  ['document', { ...asked, query: 'subscription { events { kind } }' }, actor],
  ['variables', { ...asked, variables: { x: 2 } }, actor],
  ['operation', { ...asked, operationName: 'Other' }, actor],
  ['role', asked, { ...actor, role: Role.ADMIN }],
  ['project', asked, { ...actor, projectId: 'other' }],
])('another %s has an answer of its own', async (_, otherAsked, otherActor) => {
  const shared = new SharedAnswers();
  const { runs, execute } = counting();
  for (const share of [
    shared.join(asked, actor, read),
    shared.join(asked, actor, read),
    shared.join(otherAsked, otherActor, read),
  ])
    await share.answer(envelope('1'), execute);
  expect(runs.count).toBe(2);
});

test('a document is judged once for all, and by itself where it is refused', () => {
  const shared = new SharedAnswers();
  const refuse = jest.fn(() => {
    throw new Error('too deep');
  });
  for (let time = 0; time < 2; time += 1) expect(() => shared.join(asked, actor, refuse)).toThrow('too deep');
  expect(refuse).toHaveBeenCalledTimes(2);
  const judge = jest.fn(read);
  expect(shared.join(asked, actor, judge).document).toBe(shared.join(asked, actor, judge).document);
  expect(judge).toHaveBeenCalledTimes(1);
});

test('nothing is kept for one alone, after an error, or longer than about a second', async () => {
  const shared = new SharedAnswers();
  const { runs, execute } = counting();
  const alone = shared.join(asked, actor, read);
  await alone.answer(envelope('1'), execute);
  await alone.answer(envelope('1'), execute);
  expect(runs.count).toBe(2);

  const other = shared.join(asked, actor, read);
  await other.answer(envelope('1'), execute);
  jest.advanceTimersByTime(1_000);
  await alone.answer(envelope('1'), execute);
  expect(runs.count).toBe(4);

  const failing = counting({ errors: [] });
  await alone.answer(envelope('2'), failing.execute);
  await other.answer(envelope('2'), failing.execute);
  expect(failing.runs.count).toBe(2);

  alone.leave();
  other.leave();
  expect(jest.getTimerCount()).toBe(0);
});
