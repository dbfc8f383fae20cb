using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Engine;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>Reads one entry of a rates file, and holds it against the scenario; null: any will do.</summary>
/// <param name="source">Name of the file.</param>
internal sealed class RateEntry(Scenario? scenario, string source)
{
    /// <summary>Of troubles that can be drawn.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. OutageKinds.All.Where(facts => IsDrawn(facts.Kind)).Select(facts => facts.Name)];

    /// <summary>Null after an error.</summary>
    public TroubleRate? Read(FieldReader fields)
    {
        var kind = KindOf(fields);
        if (kind is null) fields.Skip("per");
        var per = kind is { } known ? PerOf(fields, known) : null;
        var (between, lasts) = (BetweenOf(fields, per), LastsOf(fields, per, kind));
        var cluster = ClusterOf(fields);
        var (share, factor) = (fields.Optional("share")?.Number(0.0001, 1) ?? 1, fields.Optional("factor")?.Number(1, 1_000_000) ?? 10);
        var burst = fields.Optional("burst")?.Number(0, 0.99) ?? (per is { } scope ? PublishedTroubles.Burst(scope) : 0);
        if (kind is null || per is null || between is null || lasts is null || cluster is null) return null;
        CheckKeys(fields, OutageKinds.Of(kind.Value));
        var rate = new TroubleRate
        {
            Kind = kind.Value,
            Per = per.Value,
            Cluster = cluster,
            Between = between.Value,
            Lasts = lasts,
            Share = share,
            Burst = burst,
            Factor = factor,
            Source = source,
        };
        if (scenario is not null && !TroublePlaces.ClassesOf(rate, scenario).Any())
        {
            fields.Error($"the scenario has no {Words.Plural(rate.Per)} that {OutageKinds.Of(rate.Kind).Name} could strike");
        }
        return rate;
    }

    private static bool IsDrawn(OutageKind kind) =>
        kind is not (OutageKind.Maintenance or OutageKind.ProgramFreeze or OutageKind.RegionPartition);

    private static OutageKind? KindOf(FieldReader fields)
    {
        if (fields.Optional("kind") is not { } cursor) return OutageKind.PowerLoss;
        if (cursor.Text() is not { } text) return null;
        if (Kinds.Contains(text)) return OutageKinds.All.First(facts => facts.Name == text).Kind;
        cursor.Error($"found '{Wording.Shortened(text)}'{Wording.DidYouMean(text, Kinds)}; allowed are {Wording.Listed(Kinds)}");
        return null;
    }

    private static TroublePer? PerOf(FieldReader fields, OutageKind kind)
    {
        var allowed = Words.Keys(TroublePlaces.Allowed(kind));
        if (fields.Optional("per") is not { } cursor)
        {
            if (allowed.Count == 1) return Words.Find(allowed[0]);
            fields.Error($"the key 'per' is missing; with {OutageKinds.Of(kind).Name} allowed are {Wording.Listed(allowed)}");
            return null;
        }

        if (cursor.Text() is not { } text) return null;
        if (allowed.Contains(text)) return Words.Find(text);
        cursor.Error($"found '{Wording.Shortened(text)}'{Wording.DidYouMean(text, allowed)}; "
            + $"with {OutageKinds.Of(kind).Name} allowed {(allowed.Count == 1 ? "is" : "are")} {Wording.Listed(allowed)}");
        return null;
    }

    private static TimeSpan? BetweenOf(FieldReader fields, TroublePer? per)
    {
        var (aYear, between) = (fields.Optional("aYear"), fields.Optional("between"));
        if (aYear is not null && between is not null) fields.ErrorAt("aYear", "stands beside between; allowed is one of them");
        if (aYear?.Number() is { } times) return BetweenOf(aYear.Value, times);
        if (aYear is not null) return null;
        if (between is { } cursor) return DistributionOf(cursor)?.Mean;
        if (per is not { } scope) return null;
        if (PublishedTroubles.Between(scope) is { } published) return published;
        fields.Error("has none of aYear, between, and nobody has published how often this happens; allowed is exactly one");
        return null;
    }

    private static TimeSpan? BetweenOf(SourceCursor cursor, double times)
    {
        const double Most = 100_000;
        if (times is > 0 and <= Most) return TroubleClass.Year / times;
        cursor.Error($"{cursor.Describe()} is {(times < 0 ? "negative" : times == 0 ? "zero: leave the entry out" : "too many")}; "
            + "allowed are numbers above 0, at most 100,000 a year for each place");
        return null;
    }

    private static IDistribution? LastsOf(FieldReader fields, TroublePer? per, OutageKind? kind)
    {
        if (fields.Optional("lasts") is { } cursor) return DistributionOf(cursor);
        if (per is not { } scope || kind is not { } known) return null;
        if (OutageKinds.Of(known).EndsByItself) return new Constant(TimeSpan.Zero);
        if (PublishedTroubles.Lasts(scope, known) is { } published) return published;
        fields.Error($"the key 'lasts' is missing, and nobody has published how long {OutageKinds.Of(known).Name} lasts");
        return null;
    }

    private static IDistribution? DistributionOf(SourceCursor cursor)
    {
        var (text, problem) = ((cursor.Node as SourceScalar)?.Text, "");
        if (text is not null && DistributionText.Parse(text, out problem) is { } distribution)
        {
            if (distribution.Mean > TimeSpan.Zero) return distribution;
            cursor.Error($"{cursor.Describe()} is zero; allowed are durations above 0");
        }
        else if (problem.Length > 0) cursor.Error($"{cursor.Describe()} {problem}");
        else cursor.Refuse(DistributionText.Allowed);
        return null;
    }

    private string? ClusterOf(FieldReader fields)
    {
        if (fields.Optional("cluster") is not { } cursor) return "";
        if (cursor.Text() is not { } text) return null;
        if (scenario is null) return text;
        List<string> names = [.. scenario.Clusters.Select(cluster => cluster.Name)];
        if (names.Contains(text)) return text;
        cursor.Error($"no cluster '{Wording.Shortened(text)}'{Wording.DidYouMean(text, names)}; the clusters are {Wording.Listed(names)}");
        return null;
    }

    private static void CheckKeys(FieldReader fields, OutageKindFacts facts)
    {
        if (facts.EndsByItself && fields.Has("lasts")) fields.ErrorAt("lasts", $"{facts.Name} has no duration");
        if (!facts.HasFactor && fields.Has("factor")) fields.ErrorAt("factor", $"{facts.Name} slows nothing down");
        if (facts.Reach == OutageReach.Machines) return;
        foreach (var key in (string[])["share", "burst"])
        {
            if (fields.Has(key)) fields.ErrorAt(key, $"{facts.Name} strikes no machines");
        }
    }
}
