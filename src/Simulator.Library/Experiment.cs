using System.Reflection;
using Simulator.Api.Documents;
using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;
using Simulator.World.Explanation.Endings;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Library;

/// <summary>A scenario that can be changed and run, as often as one likes. Changing makes another one.</summary>
public sealed class Experiment
{
    private static readonly string Version =
        typeof(Experiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private readonly IScenarioSource _source;
    private readonly IReadOnlyList<Setting> _settings;
    private readonly IReadOnlyList<IObserver> _observers;

    internal Experiment(IScenarioSource source)
        : this(source, [], [])
    {
    }

    private Experiment(IScenarioSource source, IReadOnlyList<Setting> settings, IReadOnlyList<IObserver> observers) =>
        (_source, _settings, _observers) = (source, settings, observers);

    /// <summary>The same with one value of the scenario changed, as <c>--set PATH=VALUE</c> does.</summary>
    /// <param name="path">As in messages: <c>clusters[0].nodePools[0].count</c>.</param>
    /// <param name="value">As it would be written in the file; "" takes the key away.</param>
    public Experiment Set(string path, string value) => new(_source, [.. _settings, new Setting(path, value)], _observers);

    /// <summary>The same with a library of scheduling rules of one's own, which its policy or the scenario names.</summary>
    /// <param name="path">Of a compiled library (.dll).</param>
    public Experiment Plugin(string path) => Set(Setting.PluginPath, path);

    /// <summary>The same; every fact of a run is told to the observer, too.</summary>
    public Experiment Watch(IObserver observer) => new(_source, _settings, [.. _observers, observer]);

    /// <summary>The scenario as it would be run.</summary>
    /// <exception cref="WrongInputException">All that is wrong with it.</exception>
    public Scenario Read() => ReadFile().Scenario!;

    /// <summary>Runs it to its end, in this thread.</summary>
    /// <param name="seed">Instead of the scenario's; equal seeds give equal outcomes.</param>
    /// <exception cref="WrongInputException">All that is wrong with the scenario; nothing was run.</exception>
    public Outcome Run(ulong? seed = null)
    {
        var file = ReadFile();
        var scenario = file.Scenario! with { Seed = seed ?? file.Scenario!.Seed };
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, [recorder, .. _observers]);
        run.Start();
        while (run.Advance(scenario.Duration))
        {
        }

        return new Outcome(Summary.From(recorder, FactsOf(run, file)), file.Diagnostics);
    }

    private ScenarioFile ReadFile()
    {
        var diagnostics = new Diagnostics();
        var file = _source.Read(diagnostics) is { } tree
            ? ScenarioReader.Read(tree, diagnostics, MeasureNames.OfWholeRuns, _settings)
            : new ScenarioFile(null, diagnostics, []);
        return file.Scenario is null ? throw new WrongInputException(file.Diagnostics) : file;
    }

    private RunFacts FactsOf(ScenarioRun run, ScenarioFile file) => new()
    {
        Digest = run.Digest,
        Version = Version,
        Flags = file.FlagsThatDiffer,
        Settings = file.Settings,
        Ending = RunEnding.Of(run),
        NotActedUpon = [.. file.Diagnostics.Omissions.Select(omission => OmissionRow.Of(omission, _source.Name))],
    };
}
