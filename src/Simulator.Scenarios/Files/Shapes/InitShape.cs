using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What an init container does: for how long in words, or in bytes that it copies.</summary>
internal static class InitShape
{
    private static readonly KeysOf<Draft> Key = new();

    public static Shape<Draft> Value { get; } = new("init", new Draft(),
    [
        Key.Text(
            "name", "name of the init container; every one that no other entry names without this key", i => i.Name,
            (i, v) => i with { Name = v }),
        Key.Distribution("runsFor", "from its start to its end", i => i.RunsFor, (i, v) => i with { RunsFor = v }),
        Key.Value(
            "copies", "bytes that it copies, instead of runsFor: it runs for this divided by bytesPerSecond", Forms.Amount,
            cursor => cursor.AmountFromZero(), null, (i, v) => i with { Copies = v.Value }),
        Key.Value(
            "bytesPerSecond", "at which it copies", Forms.Amount, cursor => cursor.AmountFromZero(),
            i => i.BytesPerSecond.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (i, v) => i with { BytesPerSecond = v.Value }),
        Key.Number("fails", "share of its ends that are failures", 0, 1, i => i.FailShare, (i, v) => i with { FailShare = v }),
    ])
    { Check = Check };

    private static void Check(Draft init, FieldReader fields)
    {
        if (fields.Has("copies") && fields.Has("runsFor")) fields.ErrorAt("copies", "stands beside runsFor; allowed is one of them");
        if (fields.Has("bytesPerSecond") && !fields.Has("copies"))
        {
            fields.ErrorAt("bytesPerSecond", "means nothing without copies: nothing is copied");
        }
        if (init.BytesPerSecond == 0) fields.ErrorAt("bytesPerSecond", "is 0: the copy never ends; allowed is more");
    }

    /// <summary>As it is written.</summary>
    internal sealed record Draft
    {
        public string Name { get; init; } = "";

        public IDistribution RunsFor { get; init; } = new Constant(TimeSpan.Zero);

        public long? Copies { get; init; }

        /// <summary>Of a disk of the cloud over the network (judgement).</summary>
        public long BytesPerSecond { get; init; } = 50_000_000;

        public double FailShare { get; init; }

        public InitSpec ToSpec() => new()
        {
            Name = Name,
            RunsFor = Copies is { } bytes && BytesPerSecond > 0
                ? new Constant(TimeSpan.FromSeconds(bytes / (double)BytesPerSecond))
                : RunsFor,
            FailShare = FailShare,
        };
    }
}
