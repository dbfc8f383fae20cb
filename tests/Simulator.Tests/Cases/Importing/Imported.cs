using Simulator.Api;
using Simulator.Scenarios.Files;
using Simulator.Tests.Cli;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Cases.Importing;

/// <summary>A dump imported as a user would, and what becomes of it.</summary>
internal sealed class Imported
{
    private Imported(string folder, CommandLine.Answer answer) => (Folder, Answer) = (folder, answer);

    public string Folder { get; }

    public CommandLine.Answer Answer { get; }

    public string ScenarioText => File.ReadAllText(Path.Combine(Folder, "scenario.yaml"));

    public static Imported Of(string target, params string[] inputs) => Under("1.3.10", target, inputs);

    /// <param name="version">Under which it goes on.</param>
    public static Imported Under(string version, string target, params string[] inputs)
    {
        var answer = CommandLine.Run(["import", "cluster", .. inputs, "-o", target, "--kubernetes", version]);
        return new Imported(target, answer);
    }

    /// <summary>What happened in an hour, under all invariants.</summary>
    /// <param name="sets">As <c>--set</c>.</param>
    public IReadOnlyList<Observation> Hour(params string[] sets)
    {
        var facts = new Facts();
        var file = ScenarioReader.Read(Path.Combine(Folder, "scenario.yaml"), settings: [.. sets.Select(SettingOf)]);
        Assert.True(file.Scenario is not null, string.Join('\n', file.Diagnostics.Errors));
        var invariants = new InvariantSuite();
        var run = new ScenarioRun(file.Scenario, [facts, invariants]);
        invariants.Follow(run);
        run.Start();
        while (run.Advance(file.Scenario.Duration))
        {
        }

        Assert.Empty(invariants.Broken);
        Pods = [.. run.Clusters[0].Store.List("Pod").Cast<Pod>()];
        return facts.All;
    }

    /// <summary>At the end of the last hour.</summary>
    public IReadOnlyList<Pod> Pods { get; private set; } = [];

    /// <summary>Facts of pods that came, went, or changed after the start.</summary>
    public static IEnumerable<string> Moves(IEnumerable<Observation> facts) => facts
        .Where(fact => fact.Kind is ObservationKind.PodCreated or ObservationKind.PodBound
            or ObservationKind.PodDeletionMarked or ObservationKind.PodRemoved or ObservationKind.PodReady or ObservationKind.PodNotReady
            or ObservationKind.PodFinished)
        .Where(fact => fact.At > TimeSpan.Zero)
        .Select(fact => $"{fact.Kind} {fact.Subject}");

    private static Setting SettingOf(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return new Setting(text[..cut], text[(cut + 1)..]);
    }

    private sealed class Facts : IObserver
    {
        public List<Observation> All { get; } = [];

        public void Observe(in Observation observation) => All.Add(observation);
    }
}
