using Simulator.Reports.Findings;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Money;
using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Measures.Stateful;
using Simulator.World.Specification;

namespace Simulator.Reports.Summaries;

/// <summary>All that a run comes to: summary.json, and the source of every text about the run. Durations and moments are seconds.</summary>
public sealed record Summary
{
    /// <summary>Nobody reads more.</summary>
    private const int ReasonsMax = 6;

    public required string Scenario { get; init; }

    /// <summary>What is run, in one line.</summary>
    public required string Headline { get; init; }

    /// <summary>As text: JSON readers lose digits of large numbers.</summary>
    public required string Seed { get; init; }

    public required string Version { get; init; }

    public required string Kubernetes { get; init; }

    /// <summary>SHA-256 of the run's observations: equal digests, equal runs.</summary>
    public required string Digest { get; init; }

    public required double Duration { get; init; }

    /// <summary>What repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// Flags that differ from their defaults, and values of the scenario file that were changed: <c>--set PATH=VALUE</c>.
    /// </summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Values of the scenario file that were changed from outside; null: none.</summary>
    public IReadOnlyList<Setting>? Settings { get; init; }

    /// <summary>The run in one to three sentences: the worst of the findings first.</summary>
    public required string Answer { get; init; }

    /// <summary>All that went wrong, was refused or is not as it was asked for, and what came of outages; worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Why it is so, where the numbers tell.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required IReadOnlyList<ClusterRow> Clusters { get; init; }

    public required IReadOnlyList<OutageRow> Outages { get; init; }

    /// <summary>When the outage began that measures and moments count from; null: it is the first.</summary>
    public double? StoryAt { get; init; }

    /// <summary>What users did, and which programs stopped, started or took over; the first 200.</summary>
    public required IReadOnlyList<ChronicleRow> Chronicle { get; init; }

    public required IReadOnlyList<ExpectationRow> Expectations { get; init; }

    /// <summary>Sorted by name; <see cref="MeasureCatalog"/> explains each.</summary>
    public required IReadOnlyDictionary<string, double> Measures { get; init; }

    public required IReadOnlyList<ZoneRow> Zones { get; init; }

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<ServiceRow> Services { get; init; }

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<WorkloadRow> Workloads { get; init; }

    /// <summary>Services whose requests take time, worst first; null: there are none.</summary>
    public IReadOnlyList<LoadRow>? Loads { get; init; }

    /// <summary>Pools of machines whose price or size is told; null: there are none.</summary>
    public IReadOnlyList<PoolRow>? Pools { get; init; }

    /// <summary>What workloads' requests cost, the dearest first; null: nobody says what a machine costs.</summary>
    public IReadOnlyList<WorkloadCostRow>? WorkloadCosts { get; init; }

    /// <summary>Users of federated services, in the scenario's order; null: there are none.</summary>
    public IReadOnlyList<PopulationRow>? Populations { get; init; }

    /// <summary>What clusters carried before and after the first outage; null without users or outage.</summary>
    public IReadOnlyList<SurvivorRow>? Survivors { get; init; }

    /// <summary>Applications that keep data, worst first; null: there are none.</summary>
    public IReadOnlyList<StatefulRow>? Stateful { get; init; }

    /// <summary>Pets that were away or never came, worst first; null: none.</summary>
    public IReadOnlyList<PetRow>? Pets { get; init; }

    /// <summary>Longest first; null: no identity ran twice.</summary>
    public IReadOnlyList<OverlapRow>? Overlaps { get; init; }

    /// <summary>Claims that have no volume at the end; null: none.</summary>
    public IReadOnlyList<ClaimRow>? Claims { get; init; }

    /// <summary>Names of which DNS told an address where nothing served, longest first, the first 20; null: none.</summary>
    public IReadOnlyList<NameRow>? Names { get; init; }

    /// <summary>Pods that are wanted and not ready when the run ends, by workload and reason, most first; null: none.</summary>
    public IReadOnlyList<WaitingRow>? Waiting { get; init; }

    /// <summary>What the input asks for and nothing acted upon, ranked by what it can change; null: nothing.</summary>
    public IReadOnlyList<OmissionRow>? NotActedUpon { get; init; }

    /// <summary>Where it goes; "" = results/NAME. Not a part of it.</summary>
    internal string Folder { get; init; } = "";

    /// <summary>Expectations that were missed; any makes the exit code 1.</summary>
    public int Missed => Expectations.Count(row => !row.Met);

    /// <summary>Sums up a run that has ended.</summary>
    public static Summary From(RunRecorder run, RunFacts facts)
    {
        run.Ending = facts.Ending;
        var services = RowsOfRun.Services(run);
        var measures = new MeasuresOfRun(run, services).Gather();
        var reasoning = new Reasoning(run, measures);
        var state = new RowsOfState(run);
        var story = new RunStory(run, measures, services, facts.Ending);
        var findings = FindingTable.Of(story);
        return new Summary
        {
            Scenario = run.Scenario.Name,
            Folder = facts.Folder,
            Seed = $"{run.Scenario.Seed}",
            Version = facts.Version,
            Kubernetes = Summaries.Headline.KubernetesOf(run.Scenario),
            Digest = facts.Digest,
            Duration = Math.Round(run.Scenario.Duration.TotalSeconds, 3),
            Headline = Summaries.Headline.Of(run.Scenario, facts.Flags, facts.Settings),
            Command = facts.Command.Length > 0 ? facts.Command : $"simulator run {run.Scenario.Name}.yaml --seed {run.Scenario.Seed}",
            Flags = [.. facts.Flags, .. facts.Settings.Where(setting => !setting.IsPlugin).Select(setting => $"--set {setting}")],
            Settings = facts.Settings.Count == 0 ? null : facts.Settings,
            Answer = AnswerText.Of(story, findings),
            Findings = findings,
            Reasons = [.. new StateReasons(run).All.Concat(new MemoryReasons(run).All)
                .Concat(new ScalingReasons(run).All)
                .Concat(reasoning.Reasons)
                .Concat(QuietText.ReasonOf(story, findings))
                .Take(ReasonsMax)],
            Clusters = RowsOfRun.Clusters(run),
            Outages = RowsOfRun.Outages(run),
            StoryAt = run.OutageFacts.First is { } first && first != run.Outages[0] ? Math.Round(first.StartedAt.TotalSeconds, 3) : null,
            Chronicle = run.Chronicle.RowsOf(run),
            Expectations = Reports.Measures.Expectations.Evaluate(run.Scenario.Expectations, measures),
            Measures = measures,
            Zones = RowsOfRun.Zones(run),
            Services = services,
            Workloads = RowsOfRun.Workloads(run),
            Loads = LoadRow.AllOf(run),
            Pools = RowsOfMoney.Pools(run),
            WorkloadCosts = RowsOfMoney.Workloads(run),
            Populations = RowsOfPopulations.Populations(run),
            Survivors = RowsOfPopulations.Survivors(run),
            Stateful = state.Applications(),
            Pets = state.Pets(),
            Overlaps = state.Overlaps(),
            Claims = state.Claims(),
            Names = state.Names(),
            Waiting = WaitingRow.AllOf(facts.Ending),
            NotActedUpon = facts.NotActedUpon.Count == 0 ? null : facts.NotActedUpon,
        };
    }

    /// <summary>In seconds since the start of the run, of one that has outages.</summary>
    internal double CountedFrom => StoryAt ?? Outages[0].At;

    /// <summary>The name of an object, with its cluster where there are several.</summary>
    internal string NameOf(string cluster, string key) =>
        Clusters.Count > 1 ? $"{cluster}: {Reports.Measures.Names.Short(key)}" : Reports.Measures.Names.Short(key);

    /// <summary>A measure, or null if this run has none of that name.</summary>
    public double? Measure(string name) => Measures.TryGetValue(name, out var value) ? value : null;
}
