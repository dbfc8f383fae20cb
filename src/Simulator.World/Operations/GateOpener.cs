using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Runs;
using Simulator.World.Specification;

namespace Simulator.World.Operations;

/// <summary>
/// Whoever looks after the conditions that readiness gates name, such as the controller of a load balancer: sets them to True some time
/// after the containers of a pod are ready.
/// </summary>
internal sealed class GateOpener
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Simulation _simulation;
    private readonly RandomStream _delays;
    private readonly Func<Pod, ApplicationSpec> _applicationOf;
    private readonly Kubectl _client;

    public GateOpener(
        Simulation simulation, Terminal terminal, ObjectStore store, Func<Pod, ApplicationSpec> applicationOf, RandomStream delays)
    {
        (_simulation, _applicationOf, _delays) = (simulation, applicationOf, delays);
        _client = terminal.NewKubectl();
        store.Committed += OnCommitted;
    }

    /// <summary>What a pod is with all its gates open.</summary>
    public static PodStatus Opened(Pod pod, Instant since)
    {
        var others = pod.Status.OtherConditions.Where(condition => !pod.Spec.ReadinessGates.Contains(condition.Type));
        var open = pod.Spec.ReadinessGates.Distinct().Select(type => new NodeCondition(type, ConditionStatus.True, "", null, since));
        return pod.Status with { OtherConditions = [.. others, .. open] };
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Type == WatchEventType.Deleted || commit.Object is not Pod pod || !Waits(pod)) return;
        if (commit.Previous is Pod before && Waits(before)) return;
        if (_applicationOf(pod).GatesOpenAfter is { } delay) _simulation.Schedule(delay.Sample(_delays), () => Open(pod));
    }

    private static bool Waits(Pod pod) => pod.Spec.ReadinessGates.Count > 0 && PodGates.HoldUp(pod);

    private void Open(Pod pod)
    {
        var outcome = new Outcome(_client.Cluster);
        new Process(_simulation, Open(pod, outcome)).AddCallback(_ => OnDone(pod, outcome));
    }

    /// <summary>Another pod of its name is not this one.</summary>
    private IEnumerable<Event> Open(Pod pod, Outcome outcome)
    {
        foreach (var step in Calls.Get("Pod", pod.Key, _client, outcome)) yield return step;
        if (!outcome.IsOk || outcome.Object is not Pod stored || stored.Metadata.Uid != pod.Metadata.Uid) yield break;
        var status = Opened(stored, Instant.FromStart(_simulation.Now).TruncatedToSecond);
        foreach (var step in Calls.Make(new UpdateStatusRequest(stored with { Status = status }), _client, outcome)) yield return step;
    }

    private void OnDone(Pod pod, Outcome outcome)
    {
        if (!outcome.IsOk && outcome.Result != ApiResult.NotFound) _simulation.Schedule(Patience, () => Open(pod));
    }
}
