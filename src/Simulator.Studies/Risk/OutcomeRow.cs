using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk;

/// <summary>A short run as a row of runs.jsonl: <c>lost:replicas:grace:default/web</c> is a number of seconds.</summary>
internal static class OutcomeRow
{
    private const string Window = "window";
    private const string Healed = "healed";

    private static readonly string[] Kinds = ["requests", "replicas", "endpoints"];
    private static readonly string[] Parts = ["unnoticed", "grace", "eviction", "replacement", "start", "rest"];

    public static RunRow Of(RunTask run, RunOutcome outcome)
    {
        var measures = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [Window] = outcome.Window,
            [Healed] = outcome.IsHealed ? 1 : 0,
        };
        foreach (var service in outcome.Services.Values) Write(measures, service);
        return new RunRow
        {
            Settings = run.Settings,
            Seed = $"{run.Seed}",
            Digest = outcome.Digest,
            Events = outcome.Events,
            Measures = measures,
        };
    }

    public static RunOutcome Read(RunRow row)
    {
        var services = row.Measures.Keys.Where(name => name.StartsWith("service:", StringComparison.Ordinal)).Select(name => name[8..]);
        return new RunOutcome(
            row.Measures[Window], row.Measures[Healed] == 1,
            services.ToDictionary(name => name, name => Read(row.Measures, name), StringComparer.Ordinal))
        {
            Digest = row.Digest,
            Events = row.Events ?? 0,
        };
    }

    /// <summary>A service that lost nothing is two numbers at most.</summary>
    private static void Write(SortedDictionary<string, double> measures, ServiceLosses service)
    {
        measures[$"service:{service.Name}"] = service.HasReplicas ? 1 : 0;
        if (service.HasTraffic) measures[$"requests:{service.Name}"] = service.Requests;
        foreach (var kind in Enum.GetValues<LossKind>())
        {
            foreach (var part in Enum.GetValues<RecoveryPart>())
            {
                if (service.Of(kind)[part] is var lost && lost != 0) measures[NameOf(kind, part, service.Name)] = lost;
            }
        }
    }

    private static ServiceLosses Read(IReadOnlyDictionary<string, double> measures, string name) => new(name)
    {
        HasReplicas = measures[$"service:{name}"] == 1,
        HasTraffic = measures.ContainsKey($"requests:{name}"),
        Requests = measures.GetValueOrDefault($"requests:{name}"),
        Failed = Read(measures, LossKind.Requests, name),
        Missing = Read(measures, LossKind.Replicas, name),
        Down = Read(measures, LossKind.Endpoints, name),
    };

    private static PartTimes Read(IReadOnlyDictionary<string, double> measures, LossKind kind, string name) =>
        PartTimes.Of([.. Enum.GetValues<RecoveryPart>().Select(part => measures.GetValueOrDefault(NameOf(kind, part, name)))]);

    private static string NameOf(LossKind kind, RecoveryPart part, string service) =>
        $"lost:{Kinds[(int)kind]}:{Parts[(int)part]}:{service}";
}
