using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Queue;
using Simulator.ControlPlane.Scheduling.Framework.QueueSort;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Does what was done to a queue, and compares after each call.</summary>
internal sealed class QueueReplay
{
    private readonly Dictionary<string, Pod> _newest = new(StringComparer.Ordinal);

    private readonly Dictionary<string, QueuedPod> _popped = new(StringComparer.Ordinal);

    private readonly Nominations _nominations = new();

    private readonly PodQueue _queue;

    private Instant _now = Instant.Start;

    private int _step;

    public QueueReplay() => _queue = new PodQueue(new PrioritySort(), _nominations, new QueueSettings());

    public Comparison Comparison { get; } = new();

    public void Do(JsonElement operation, JsonElement expect)
    {
        var what = $"step {_step++} {operation.Text("op")}";
        Apply(operation, expect, what);
        Comparison.Same($"{what} active", expect.GetProperty("active"), Sorted(_queue.Active));
        Comparison.Same($"{what} backoff", expect.GetProperty("backoff"), Sorted(_queue.BackingOff));
        Comparison.Same($"{what} unschedulable", expect.GetProperty("unschedulable"), Sorted(_queue.Unschedulable));
        Comparison.Same(
            $"{what} cycles", $"{expect.Long("cycle")} {expect.Long("moveRequestCycle")}", $"{_queue.Cycle} {_queue.MoveRequestCycle}");
    }

    private void Apply(JsonElement operation, JsonElement expect, string what)
    {
        switch (operation.Text("op"))
        {
            case "advance": _now += operation.Milliseconds("ms"); break;
            case "add": _queue.Add(Newest(operation), _now); break;
            case "update": Update(operation); break;
            case "pop": Pop(expect, what); break;
            case "fail": Fail(operation, expect, what); break;
            case "bound": _popped.Remove(operation.Text("name")); break;
            case "delete": _queue.Remove(_newest[operation.Text("name")]); break;
            case "move": _queue.MoveAll(_now); break;
            case "assignedAdded" or "assignedUpdated":
                _queue.MoveWhoWants(
                RecordedCluster.PodOf(operation.GetProperty("pod")), _now); break;
            case "flushBackoff": _queue.FlushBackoff(_now); break;
            case "flushUnschedulable": _queue.FlushUnschedulable(_now); break;
            case "nominate": Nominate(operation); break;
            case "unnominate": _nominations.Remove(_newest[operation.Text("name")]); break;
            case "nominatedFor": CompareNominated(operation, expect, what); break;
            case var other: throw new JsonException($"unknown op '{other}'");
        }
    }

    private void Update(JsonElement operation)
    {
        var pod = RecordedCluster.PodOf(operation.GetProperty("pod"));
        var old = _newest.GetValueOrDefault(pod.Key.ToString(), pod);
        _newest[pod.Key.ToString()] = pod;
        _queue.Update(old, pod, _now);
    }

    /// <summary>Without a node: to the one of its status.</summary>
    private void Nominate(JsonElement operation) => _nominations.Add(
        _newest[operation.Text("name")], operation.TryGetProperty("node", out var node) ? node.GetString() : null);

    private void Pop(JsonElement expect, string what)
    {
        var pod = _queue.Pop();
        Comparison.Same(
            $"{what} pod", expect.TryGetProperty("pod", out var name) ? name.GetString()! : "none", pod?.Pod.Key.ToString() ?? "none");
        if (pod is null || !expect.TryGetProperty("attempts", out _)) return;
        _popped[pod.Pod.Key.ToString()] = pod;
        Comparison.Same(
            $"{what} times", $"{expect.Long("attempts")} {expect.Long("timestampMs")} {expect.Long("firstMs")}",
            $"{pod.Attempts} {pod.Timestamp.SinceStart.TotalMilliseconds} {pod.First.SinceStart.TotalMilliseconds}");
    }

    private void Fail(JsonElement operation, JsonElement expect, string what)
    {
        var pod = _popped[operation.Text("name")];
        pod.Pod = _newest[operation.Text("name")];
        var isError = expect.TryGetProperty("error", out var error) && error.ValueKind is not JsonValueKind.False;
        Comparison.Same($"{what} error", $"{isError}", $"{!_queue.AddUnschedulable(pod, operation.Long("cycle"), _now)}");
    }

    private void CompareNominated(JsonElement operation, JsonElement expect, string what)
    {
        var recorded = string.Join(' ', expect.Texts("nominated"));
        Comparison.Same($"{what} nominated", recorded, string.Join(' ', _nominations.On(operation.Text("node")).Select(pod => pod.Key)));
    }

    private Pod Newest(JsonElement operation)
    {
        var pod = RecordedCluster.PodOf(operation.GetProperty("pod"));
        return _newest[pod.Key.ToString()] = pod;
    }

    private static IEnumerable<string> Sorted(IEnumerable<ObjectKey> keys) =>
        keys.Select(key => key.ToString()).Order(StringComparer.Ordinal);
}
