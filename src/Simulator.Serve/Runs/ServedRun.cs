using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Serve.Answers;
using Simulator.Serve.Clusters;
using Simulator.Serve.Clusters.Writing;
using Simulator.World.Explanation;
using Simulator.World.Running;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.Serve.Runs;

/// <summary>
/// A run that people act upon while it goes: its clusters' doors, its clock, and what is done to it from outside. One thread.
/// </summary>
public sealed class ServedRun
{
    private readonly ScenarioRun _run;
    private readonly Moments _moments;

    /// <param name="origin">What the clusters' clocks show at the start.</param>
    /// <param name="logs">Who keeps what is done from outside.</param>
    public ServedRun(ServedScenario served, DateTimeOffset origin, params IReadOnlyList<ICommandLog> logs)
    {
        Clock = new ClusterClock(origin);
        var scenario = ScenarioRun.Served(served.Scenario, origin, served.End ?? ByHandEntries.End);
        _run = new ScenarioRun(scenario, Timeline, Pods, Requests);
        _moments = new Moments(_run);
        _run.Start();
        _run.Advance(TimeSpan.Zero);
        var keeper = new CommandKeeper(_moments, logs);
        var writer = new OutsideWriter(_run, _moments, keeper);
        Doors = [.. ClustersOf(_run).Select(cluster => DoorOf(cluster, writer))];
        Troubles = new StandingTroubles(_run, keeper, new ByHandEntries(served.Document, served.Settings));
    }

    public ClusterClock Clock { get; }

    /// <summary>Clusters in the order of the scenario, then the federation.</summary>
    public IReadOnlyList<ServedDoor> Doors { get; }

    public Timeline Timeline { get; } = new();

    /// <summary>Why each pod is where it is.</summary>
    public PodChronicle Pods { get; } = new();

    /// <summary>What users ask of services.</summary>
    public RequestBook Requests { get; } = new();

    /// <summary>The run for those who look on.</summary>
    public IRunView View => _run;

    public StandingTroubles Troubles { get; }

    public TimeSpan Now => _run.Now;

    public TimeSpan? NextEvent => _run.NextEvent;

    public TimeSpan End => _run.Scenario.Duration;

    public long EventCount => _run.EventCount;

    public string Digest => _run.Digest;

    public Scenario Scenario => _run.Scenario;

    /// <summary>False: the end has been reached.</summary>
    public bool Advance(TimeSpan until) => _run.Advance(until);

    /// <summary>Nothing more is done from outside at the present moment: what is told of it stays true.</summary>
    public void Pin() => _moments.Pin();

    /// <summary>The run ends here, after a moment of its own; its digest is final.</summary>
    public TimeSpan Finish()
    {
        var at = _moments.Next();
        _run.End();
        return at;
    }

    /// <summary>Does again what was done before, each command at its moment.</summary>
    public void Repeat(IEnumerable<OutsideCommand> commands)
    {
        foreach (var command in commands)
        {
            _moments.Given = command.At;
            Repeat(command);
        }

        _moments.Given = null;
    }

    private void Repeat(OutsideCommand command)
    {
        var documents = Doors.FirstOrDefault(door => door.Name == command.Cluster)?.Documents;
        switch (command.Kind)
        {
            case CommandKind.Store or CommandKind.Keep:
                documents!.Put(OutsideWriter.KeyOf(command.Subject), (JsonObject)JsonNode.Parse(command.Text)!);
                break;
            case CommandKind.Remove or CommandKind.Forget: documents!.Remove(OutsideWriter.KeyOf(command.Subject)); break;
            default: Troubles.Repeat(command); break;
        }
    }

    private ServedDoor DoorOf(ServedCluster cluster, OutsideWriter writer)
    {
        var documents = new ClusterDocuments(cluster, Clock, writer);
        var view = _run.Clusters.FirstOrDefault(one => one.Spec.Name == cluster.Name);
        var version = view?.Spec.Version ?? KubernetesVersions.Default;
        var names = new DrawnNames(Scenario.Seed, cluster.Name, _moments);
        var answers = new ApiServerAnswers(documents, names, ServedDoor.MannerOf(cluster.Name), () => Clock.At(Now), version: version);
        return new ServedDoor(cluster, documents, answers, () => _run.IsEnded) { View = view, Version = version };
    }

    private static IEnumerable<ServedCluster> ClustersOf(ScenarioRun run)
    {
        foreach (var cluster in run.Clusters)
        {
            yield return new ServedCluster(cluster.Spec.Name, cluster.Server, cluster.Spec.Version.Api, () => run.Now)
            {
                Usage = () => cluster.Usage,
            };
        }

        if (run.Federation is not { } federation) yield break;
        yield return new ServedCluster(FederationSpec.Site, federation.Server, ApiGroups.Extensions, () => run.Now);
    }
}
