using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Does what a recorded sequence does, and compares after each placement.</summary>
internal sealed class SequenceReplay(RecordedCluster cluster, IPlacer placer, RecordedDraws draws, JsonElement recording)
{
    /// <summary>2021-01-20T08:00:00Z in seconds since 1970.</summary>
    private const long StartOfRecording = 1611129600;

    private readonly JsonElement _expect = recording.GetProperty("expect");

    private readonly Dictionary<string, Pod> _pending = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Pod> _templates = recording.GetProperty("templates").EnumerateObject()
        .ToDictionary(template => template.Name, template => RecordedCluster.PodOf(template.Value));

    private int _operation = -1;

    private int _index = -1;

    public Comparison Comparison { get; } = new();

    private SchedulerState State => cluster.State;

    public void Do(JsonElement operation)
    {
        _operation++;
        switch (operation.Text("op"))
        {
            case "schedule": Schedule(operation); break;
            case "forget" when _pending.Remove(operation.Text("name"), out var pod): State.Nominations.Remove(pod); break;
            case "delete": State.Cache.Remove(new ObjectKey(operation.Text("namespace"), operation.Text("name"))); break;
            case "addNode" or "updateNode": State.Cache.Set((Node)RecordedCluster.ObjectOf(operation.GetProperty("node"), "Node")); break;
            case "deleteNode": State.Cache.RemoveNode(operation.Text("name")); break;
            case "addService": cluster.Set(RecordedCluster.ObjectOf(operation.GetProperty("service"), "Service")); break;
            case var other: throw new JsonException($"unknown op '{other}'");
        }
    }

    public void CompareFinal()
    {
        Comparison.Same("finalNodeOrder", _expect.GetProperty("finalNodeOrder"), State.Cache.Snapshot().Select(node => node.Name));
        foreach (var sums in _expect.GetProperty("final").EnumerateObject())
        {
            if (State.Cache.Find(sums.Name) is { } node) Comparison.Same($"final {sums.Name}", sums.Value, NodeSums.Of(node));
            else Comparison.Same($"final {sums.Name}", "present", "absent");
        }
    }

    private void Schedule(JsonElement operation)
    {
        _index++;
        var pod = _pending.GetValueOrDefault(operation.Text("name")) ?? Made(operation);
        var now = Instant.FromSeconds(StartOfRecording + _operation);
        var placement = placer.Place(pod, now);
        if (placement.Host is { } host) Bind(pod, host.Name, now);
        else Fail(pod, placement.Preemption);
        Compare(placement);
    }

    private Pod Made(JsonElement operation)
    {
        var template = _templates[operation.Text("template")];
        var name = operation.Text("name");
        var metadata = template.Metadata with { Name = name, Namespace = operation.Text("namespace"), Uid = "uid-" + name };
        return template with { Metadata = metadata };
    }

    private void Bind(Pod pod, string node, Instant now)
    {
        State.Nominations.Remove(pod);
        _pending.Remove(pod.Name);
        State.Cache.Set(pod with
        {
            Spec = pod.Spec with { NodeName = node },
            Status = pod.Status with { Phase = PodPhase.Running, StartTime = now },
        });
    }

    private void Fail(Pod pod, Preemption? preemption)
    {
        foreach (var victim in preemption?.Chosen?.Victims ?? []) State.Cache.Remove(victim.Pod.Key);
        foreach (var cleared in preemption?.Cleared ?? []) Unnominate(cleared);
        var waiting = _pending.GetValueOrDefault(pod.Name) ?? pod;
        if (preemption?.Chosen is { } chosen) waiting = Nominated(waiting, chosen.Node.Name);
        _pending[pod.Name] = waiting;
        State.Nominations.Add(waiting, null);
    }

    private void Unnominate(Pod pod)
    {
        State.Nominations.Remove(pod);
        if (_pending.TryGetValue(pod.Name, out var waiting)) _pending[pod.Name] = Nominated(waiting, "");
    }

    private static Pod Nominated(Pod pod, string node) => pod with { Status = pod.Status with { NominatedNodeName = node } };

    private void Compare(Simulator.ControlPlane.Scheduling.Framework.Placement placement)
    {
        var what = $"op {_operation} (schedule {_index})";
        Comparison.Same($"{what} host", Recorded("hosts"), placement.Host is { } host ? $"\"{host.Name}\"" : "null");
        Comparison.Same($"{what} evaluated", Recorded("evaluated"), $"{placement.Evaluated}");
        Comparison.Same($"{what} feasible", Recorded("feasible"), $"{placement.FitCount}");
        Comparison.Same($"{what} ties", Recorded("ties"), $"{placement.Ties}");
        Comparison.Same($"{what} max", Recorded("max"), $"{placement.Best}");
        Comparison.Same($"{what} nextStart", Recorded("nextStart"), $"{State.NextStart}");
        Comparison.Same($"{what} draws", Recorded("draws"), $"{draws.Drawn.Count}");
        var outcome = placement.Outcome == PlacementOutcome.NoNodes ? "noNodes" : placement.Outcome.ToString().ToLowerInvariant();
        Comparison.Same($"{what} outcome", Entry("failures") is { } failure ? failure.GetString()! : "scheduled", outcome);
        if (Entry("preemptions") is { } preemption) ComparePreemption(what, preemption, placement.Preemption ?? Preemption.None);
    }

    private void ComparePreemption(string what, JsonElement recorded, Preemption preemption)
    {
        Comparison.Same($"{what} nominatedNode", recorded.Text("nominatedNode"), preemption.Chosen?.Node.Name ?? "");
        Comparison.Same(
            $"{what} search", $"{recorded.Int("potentialNodes")} {recorded.Int("offset")} {recorded.Int("numCandidates")}",
            $"{preemption.PotentialNodes} {preemption.Offset} {preemption.Wanted}");
        Comparison.Same(
            $"{what} victims", recorded.GetProperty("victims"), preemption.Chosen?.Victims.Select(victim => victim.Pod.Key.ToString())
                ?? []);
        Comparison.Same(
            $"{what} cleared", string.Join(' ', recorded.Texts("clearedNominations").Select(text => text.Split(' ')[0])),
            string.Join(' ', preemption.Cleared.Select(pod => pod.Key)));
    }

    private string Recorded(string column) => _expect.GetProperty(column)[_index].GetRawText();

    private JsonElement? Entry(string table) => _expect.TryGetProperty(table, out var entries)
        && entries.TryGetProperty(OperationKey, out var entry) ? entry : null;

    private string OperationKey => _index.ToString(CultureInfo.InvariantCulture);
}
