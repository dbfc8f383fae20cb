using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>What is searched, and what is lost meanwhile.</summary>
internal static class PlanShape
{
    private const int MostMax = 1000;

    private static readonly KeysOf<PlanDraft> Key = new();

    private static readonly IReadOnlyDictionary<string, PlaceScope?> Lost = new Dictionary<string, PlaceScope?>
    {
        ["nothing"] = null,
        ["each zone"] = PlaceScope.Zone,
        ["each rack"] = PlaceScope.Rack,
        ["each pool"] = PlaceScope.Pool,
        ["each node"] = PlaceScope.Node,
    };

    private static readonly string[] KeysOfLosses = ["kind", "at", "for", "cluster", "most"];

    private static readonly IReadOnlyList<string> Kinds =
        [.. OutageKinds.All.Where(facts => facts.Reach == OutageReach.Machines).Select(facts => facts.Name).Distinct()];

    public static Shape<PlanDraft> Value { get; } = new("plan", new PlanDraft(),
    [
        Key.Text(
            "smallest", "path of a value of the scenario: the smallest that meets all objectives is searched", p => p.Smallest,
            (p, v) => p with { Smallest = v }),
        Key.Text(
            "largest", "path of a value of the scenario: the largest that still meets all objectives is searched", p => p.Largest,
            (p, v) => p with { Largest = v }),
        Key.List(
            "cheapest", "values and what is tried in their places: the combination is searched that meets all objectives and whose "
                + "machines cost least", AxisShape.Value, (p, v) => p with { Cheapest = v }),
        Key.Text(
            "from", "with smallest and largest: the least value that is tried, as in 20, 0.5 or 10s", p => p.From,
            (p, v) => p with { From = v }),
        Key.Text("to", "with smallest and largest: the greatest value that is tried", p => p.To, (p, v) => p with { To = v }),
        Key.Text(
            "step", "with smallest and largest: from one value to the next; 1 without this key where both ends are whole numbers",
            p => p.Step, (p, v) => p with { Step = v }),
        Key.Class(
            "lose", "what is lost, each place in runs of its own, besides the scenario's own outages", Forms.Choice(Lost.Keys), ReadLost,
            p => Lost.First(entry => entry.Value == p.Lose.Each).Key, (p, v) => p with { Lose = p.Lose with { Each = v.Each } }),
        Key.Class(
            "kind", "with lose: what happens to the places, a trouble that strikes machines", Forms.Choice(Kinds), ReadKind,
            p => p.Lose.Kind, (p, v) => p with { Lose = p.Lose with { Kind = v } }),
        Key.Period(
            "at", "with lose: when; after 5m, or a tenth of the run if that is sooner, without this key",
            p => p.Lose.At ?? TimeSpan.Zero, (p, v) => p with { Lose = p.Lose with { At = v } }).WithoutDefault(),
        Key.Period(
            "for", "with lose: for how long; to the end of the run without this key", p => p.Lose.For ?? TimeSpan.Zero,
            (p, v) => p with { Lose = p.Lose with { For = v } }).WithoutDefault(),
        Key.Text(
            "cluster", "with lose: whose places; those of all clusters without this key", p => p.Lose.Cluster,
            (p, v) => p with { Lose = p.Lose with { Cluster = v } }),
        Key.Integer(
            "most", "with lose: of more places so many are lost, evenly over their names", 1, MostMax, p => p.Lose.Most,
            (p, v) => p with { Lose = p.Lose with { Most = v } }),
        Key.Value(
            "confidence", "how sure the answer is to be", Forms.Bound, ReadShare, p => $"{p.Confidence * 100:0.###}%",
            (p, v) => p with { Confidence = v }),
        Key.Value(
            "holdsIn",
            "the share of all seeds in which the objectives hold at least: with it so many seeds are run as the confidence needs",
            Forms.Bound, ReadShare, null, (p, v) => p with { HoldsIn = v }),
        Key.Mapping(
            "asGoodAs", "another scenario, and in what this one has to be as good, beside what is expected", PeerShape.Value,
            (p, v) => p with { Peer = v }),
    ])
    {
        Alternatives = [["smallest", "largest", "cheapest"]],
        Check = CheckKeys,
    };

    private static LossSpec? ReadLost(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (Lost.TryGetValue(text, out var scope)) return new LossSpec { Each = scope };
        cursor.Refuse(string.Join(", ", Lost.Keys));
        return null;
    }

    private static string? ReadKind(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (Kinds.Contains(text)) return text;
        cursor.Refuse(string.Join(", ", Kinds));
        return null;
    }

    private static double? ReadShare(SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar scalar && RelativePrecision.Parse(scalar.Text) is { } share) return share;
        cursor.Refuse(RelativePrecision.Allowed);
        return null;
    }

    private static void CheckKeys(PlanDraft draft, FieldReader fields)
    {
        foreach (var key in KeysOfLosses.Where(fields.Has))
        {
            if (draft.Lose.Each is null)
            {
                fields.ErrorAt(key, "means nothing where nothing is lost; allowed with lose: each zone, each rack, ...");
            }
        }

        foreach (var key in new[] { "from", "to", "step" })
        {
            if (fields.Has("cheapest") && fields.Has(key))
            {
                fields.ErrorAt(key, "allowed with smallest and largest; cheapest has values of its own");
            }
            else if (!fields.Has("cheapest") && key != "step" && !fields.Has(key))
            {
                fields.Error($"has no '{key}'; smallest and largest need from and to");
            }
        }

        if (fields.Has("cheapest") && draft.Cheapest.Count == 0)
        {
            fields.ErrorAt("cheapest", "names no value; allowed are items with set and values");
        }
    }
}
