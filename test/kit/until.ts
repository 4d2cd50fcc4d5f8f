/** Asks until the answer is not null; throws after thirty seconds, naming what was waited for. */
export async function until<T>(ask: () => Promise<T | null>, what: string, withinMs = 30_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((wake) => setTimeout(wake, 10));
  }
}
