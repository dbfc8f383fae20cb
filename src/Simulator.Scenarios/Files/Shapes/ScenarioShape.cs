using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The whole file.</summary>
internal static class ScenarioShape
{
    /// <summary>A year: a longer run is a mistake in the unit.</summary>
    private static readonly TimeSpan DurationMax = TimeSpan.FromHours(8784);

    private static readonly KeysOf<ScenarioDraft> Key = new();

    public static Shape<ScenarioDraft> Value { get; } = new("scenario", new ScenarioDraft(),
    [
        Key.Class(
            "scenario", "its name; results go to results/NAME", Forms.Text, cursor => cursor.LabelValue(), null,
            (s, v) => s with { Name = v }).Required(),
        Key.Class(
            "plugins", "libraries with rules of one's own, as --plugin adds them; never in a file, for they are code", Forms.Texts,
            PluginKey.Read, null, (s, v) => s with { Plugins = v }),
        Key.Text("description", "what it asks", s => s.Description, (s, v) => s with { Description = v }),
        Key.Long("seed", "the same seed gives the same run", 0, s => s.Seed, (s, v) => s with { Seed = v }),
        Key.Value("duration", "how much is simulated", Forms.Duration, ReadDuration, null, (s, v) => s with { Duration = v }).Required(),
        Key.Class(
            "machineTypes",
            "CSV file of more machine types, relative to the scenario file; columns name, cpu, memory and, if known, price (US dollars an "
                + "hour), idle_watts and peak_watts, or those of catalogues of cloud providers (instance_type, vcpu, memory_mib, ...)",
            Forms.Path, ReadMachineTypes, null, (s, v) => s with { MachineTypes = v }),
        Key.List("clusters", "the clusters; at least one", ClusterShape.Value, (s, v) => s with { Clusters = v }).Required(),
        Key.Mapping(
            "federation", "the clusters as one federation, with services and DNS names in common; none without this key",
            FederationShape.Value, (s, v) => s with { Federation = v }),
        Key.List("latencies", "the network between regions", LatencyShape.Value, (s, v) => s with { Latencies = v }),
        Key.List("users", "users of federated services, in regions or in clusters", UserShape.Value, (s, v) => s with { Users = v }),
        Key.List("outages", "what goes wrong", OutageShape.Value, (s, v) => s with { Outages = v }),
        Key.List(
            "random", "what goes wrong by chance, drawn from the seed", RandomOutageShape.Value, (s, v) => s with { RandomOutages = v }),
        Key.List("replay", "what goes wrong as it did in a trace", ReplayShape.Value, (s, v) => s with { Replays = v }),
        Key.List("operations", "what users do, as with kubectl", OperationShape.Value, (s, v) => s with { Operations = v }),
        Key.List(
            "expect", "bounds that are checked at the end; a miss makes the exit code 1", ExpectationShape.Value,
            (s, v) => s with { Expectations = v }),
        Key.Mapping(
            "served", "the run was served, and this is its record (`serve --record`)", ServedShape.Value,
            (s, v) => s with { Served = v.Value }),
    ]);

    private static MachineCatalogue? ReadMachineTypes(SourceCursor cursor)
    {
        if (cursor.RelatedPath() is not { } path) return null;
        var catalogue = new MachineCatalogue();
        MachineTypeFile.Read(path, catalogue, cursor.Context.Diagnostics);
        return catalogue;
    }

    private static TimeSpan? ReadDuration(SourceCursor cursor)
    {
        if (cursor.Period() is not { } duration) return null;
        if (duration <= DurationMax) return duration;
        cursor.Error($"{cursor.Describe()} is longer than a year; allowed are durations up to 8784h");
        return null;
    }
}
