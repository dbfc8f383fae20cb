using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Invariants;

/// <summary>When the control plane was last disturbed: what should come about in the end is only asked for after a time of quiet.</summary>
public sealed class ControlPlaneTroubles
{
    private readonly HashSet<string> _stopped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everStopped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _leaders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leaderless = new(StringComparer.Ordinal);
    private int _outages;
    private int _greyNodes;

    /// <summary>The last moment at which a program of the control plane stopped, started or lost its role.</summary>
    public TimeSpan LastAt { get; private set; } = TimeSpan.MinValue;

    public void Observe(in Observation observation)
    {
        // What runs from the start is no change.
        if (observation.At == TimeSpan.Zero && observation.Kind is ObservationKind.ComponentStarted or ObservationKind.LeaderChanged)
        {
            return;
        }
        switch (observation.Kind)
        {
            case ObservationKind.OutageStarted: Count(observation.Other, 1); break;
            case ObservationKind.OutageEnded: Count(observation.Other, -1); break;
            case ObservationKind.ComponentStopped: Stop(observation.Subject); break;
            case ObservationKind.ComponentStarted: _stopped.Remove(observation.Subject); break;
            case ObservationKind.LeaderChanged: Lead(observation.Subject, observation.Other); break;
            default: return;
        }

        LastAt = observation.At;
    }

    /// <summary>Machines that run and answer are as fast and as able as ever.</summary>
    public bool AreNodesWell => _greyNodes == 0;

    /// <summary>No program of the control plane, and nothing that it needs, was in trouble within the time before.</summary>
    public bool AreOverFor(TimeSpan time, TimeSpan now) =>
        _outages == 0 && _stopped.Count == 0 && _leaderless.Count == 0 && (LastAt == TimeSpan.MinValue || now - LastAt >= time);

    /// <summary>
    /// One that waits for an answer about its lease does not see that it has lost it, and works on beside the one that has it now
    /// (pkg/client/leaderelection/leaderelection.go of 1.3.10: nothing ends a call that hangs).
    /// </summary>
    /// <param name="election">"scheduler", "controller-manager".</param>
    public bool HasTwoLeaders(string election) => _leaders.TryGetValue(election, out var leaders) && leaders.Count > 1;

    /// <summary>Nobody leads while the machines of most members are down.</summary>
    private void Lead(string election, string leader)
    {
        if (leader.Length == 0)
        {
            _leaderless.Add(election);
            return;
        }

        _leaderless.Remove(election);
        LeadersOf(election).Add(leader);
    }

    private void Stop(string program)
    {
        _stopped.Add(program);
        _everStopped.Add(program);
        foreach (var leaders in _leaders.Values) leaders.Remove(program);
    }

    /// <summary>From the start the first of them leads.</summary>
    private HashSet<string> LeadersOf(string election)
    {
        if (_leaders.TryGetValue(election, out var leaders)) return leaders;
        var first = $"{election}-0";
        _leaders.Add(election, leaders = _everStopped.Contains(first) ? [] : [first]);
        return leaders;
    }

    /// <summary>Dead machines disturb nobody but their pods; sick ones do what is asked of them late or never.</summary>
    private void Count(string kind, int sign)
    {
        if (!Enum.TryParse<OutageKind>(kind, out var known) || OutageKinds.Of(known).Reach != OutageReach.Machines) _outages += sign;
        else if (known is OutageKind.SlowNode or OutageKind.DiskFull or OutageKind.DiskLoss or OutageKind.RuntimeDown) _greyNodes += sign;
    }
}
