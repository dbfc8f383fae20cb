using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What the users of a service are promised.</summary>
internal static class ObjectiveShape
{
    private static readonly KeysOf<ObjectiveSpec> Key = new();

    public static Shape<ObjectiveSpec> Value { get; } = new("objective", new ObjectiveSpec(),
    [
        Time("p50", "half of the answers take no longer", (o, v) => o with { P50 = v }),
        Time("p95", "95 of 100 answers take no longer", (o, v) => o with { P95 = v }),
        Time("p99", "99 of 100 answers take no longer", (o, v) => o with { P99 = v }),
        Key.Number(
            "answered", "share of the requests that are answered, in the time that their clients wait", 0, 1, o => o.Answered,
            (o, v) => o with { Answered = v }),
    ]);

    private static Key<ObjectiveSpec> Time(string name, string meaning, Func<ObjectiveSpec, TimeSpan, ObjectiveSpec> set) =>
        Key.Value(name, meaning, Forms.Duration, cursor => cursor.Period(), null, set);
}
