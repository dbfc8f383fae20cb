using Simulator.Reports.Comparison.Divergences;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Runs;

/// <summary>Runs two variants side by side up to the first observation that differs; only what is new of a step is kept.</summary>
public static class Lockstep
{
    private const int Steps = 400;

    /// <returns>Null: they are the same to the last observation.</returns>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static Divergence? Part(Scenario before, Scenario after, CancellationToken interruption)
    {
        var (first, second) = (new Tape(), new Tape());
        var (a, b) = (new ScenarioRun(before, first), new ScenarioRun(after, second));
        a.Start();
        b.Start();
        var context = new Queue<Observation>();
        var step = (before.Duration < after.Duration ? a : b).StepOf(Steps);
        for (var at = TimeSpan.Zero; ; at += step)
        {
            interruption.ThrowIfCancellationRequested();
            var goesOn = a.Advance(at) | b.Advance(at);
            if (FirstDifference(first.Facts, second.Facts, context) is { } i)
            {
                return new Divergence(
                    $"{before.Seed}", [.. context.Select(fact => EventRow.Of(fact))], RowAt(first.Facts, i), RowAt(second.Facts, i));
            }

            if (!goesOn) return null;
            first.Facts.Clear();
            second.Facts.Clear();
        }
    }

    private static int? FirstDifference(List<Observation> first, List<Observation> second, Queue<Observation> context)
    {
        for (var i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            if (i >= first.Count || i >= second.Count || first[i] != second[i]) return i;
            if (context.Count == Divergence.ContextRows) context.Dequeue();
            context.Enqueue(first[i]);
        }

        return null;
    }

    private static EventRow? RowAt(List<Observation> facts, int index) => index < facts.Count ? EventRow.Of(facts[index]) : null;

    private sealed class Tape : IObserver
    {
        public List<Observation> Facts { get; } = [];

        public void Observe(in Observation observation) => Facts.Add(observation);
    }
}
