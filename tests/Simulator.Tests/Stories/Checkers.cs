using Simulator.World;

namespace Simulator.Tests.Stories;

/// <summary>What must hold in every run, watched from outside: a pod is bound once and to a known node; requests never exceed what a node can give; nothing ends that did not begin.</summary>
internal sealed class Checkers : IObserver
{
    private readonly Dictionary<string, (long Cpu, long Memory)> _free = [];
    private readonly Dictionary<string, (long Cpu, long Memory, string Node)> _pods = [];

    public List<string> Violations { get; } = [];

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.NodeAdded: _free.Add(observation.Subject, (observation.Value, observation.Extra)); break;
            case ObservationKind.PodCreated: _pods.Add(observation.Subject, (observation.Value, observation.Extra, "")); break;
            case ObservationKind.PodBound: Bind(observation); break;
            case ObservationKind.PodRemoved: Remove(observation); break;
        }
    }

    private void Bind(in Observation bound)
    {
        var pod = _pods[bound.Subject];
        if (pod.Node.Length > 0) Violations.Add($"{bound.At}: {bound.Subject} was bound to {pod.Node} and then to {bound.Other}");
        _pods[bound.Subject] = pod with { Node = bound.Other };
        var free = _free[bound.Other];
        free = (free.Cpu - pod.Cpu, free.Memory - pod.Memory);
        if (free.Cpu < 0 || free.Memory < 0) Violations.Add($"{bound.At}: {bound.Other} is over its allocatable by {bound.Subject}");
        _free[bound.Other] = free;
    }

    private void Remove(in Observation removed)
    {
        if (!_pods.Remove(removed.Subject, out var pod)) Violations.Add($"{removed.At}: {removed.Subject} was removed but never created");
        else if (pod.Node.Length > 0) _free[pod.Node] = (_free[pod.Node].Cpu + pod.Cpu, _free[pod.Node].Memory + pod.Memory);
    }
}
