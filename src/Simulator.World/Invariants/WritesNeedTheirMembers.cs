using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Invariants;

/// <summary>
/// Who is in sync is taken from the facts about members alone, once a moment is over. Partitions may ask for more than this; of shares only
/// those of pets are known.
/// </summary>
internal sealed class WritesNeedTheirMembers(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(WritesNeedTheirMembers);

    private readonly SortedDictionary<string, WrittenTo> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WrittenTo> _groupOfPod = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _touched = new(StringComparer.Ordinal);
    private TimeSpan _at;

    public void OnCommitted(in WatchEvent commit)
    {
        JudgeWhatIsOver();
        if (commit is { Object: Pod pod, Type: WatchEventType.Added } && StateOf(pod) is { } spec) Learn(pod, spec);
        else if (WorkloadFacts.WantedBy(commit.Object) is { } wanted)
        {
            Want(commit.Object.Key.ToString(), commit.Type == WatchEventType.Deleted ? 0 : wanted);
        }
    }

    public void Observe(in Observation observation)
    {
        if (_groups.Count == 0) return;
        JudgeWhatIsOver();
        switch (observation.Kind)
        {
            case ObservationKind.MemberChanged when _groupOfPod.TryGetValue(observation.Subject, out var group):
                Touch(group)
                .Set(observation.Subject, observation.Other == "InSync"); break;
            case ObservationKind.StateChanged when _groups.TryGetValue(observation.Subject, out var group):
                Touch(group).State =
                observation.Other; break;
            case ObservationKind.PrimaryChanged when _groups.TryGetValue(observation.Subject, out var group):
                Touch(group).Primary =
                observation.Other; break;
        }
    }

    /// <summary>Within a moment facts and commits come in any order.</summary>
    private void JudgeWhatIsOver()
    {
        if (cluster.Now <= _at) return;
        foreach (var name in _touched)
        {
            if (_groups[name].Lacks() is { } lacks) cluster.Break(Name, $"{name} was writable at {_at:c} without {lacks}");
        }

        _touched.Clear();
        _at = cluster.Now;
    }

    private void Want(string workload, int wanted)
    {
        _wanted[workload] = wanted;
        if (_groups.TryGetValue(workload, out var group)) Touch(group).Wanted = wanted;
    }

    private WrittenTo Touch(WrittenTo group)
    {
        _touched.Add(group.Name);
        return group;
    }

    private void Learn(Pod pod, StateSpec spec)
    {
        var owner = WorkloadFacts.OwnerOf(pod) is { Length: > 0 } workload ? workload : pod.Key.ToString();
        if (!_groups.TryGetValue(owner, out var group))
        {
            _groups.Add(
                owner,
                group = new WrittenTo(
                    owner, spec, pod.Metadata.CreatedBy?.Kind == "PetSet")
                { Wanted = _wanted.GetValueOrDefault(owner, 1) });
        }
        _groupOfPod[pod.Key.ToString()] = group;
    }

    private StateSpec? StateOf(Pod pod) =>
        cluster.Spec.Applications.FirstOrDefault(application => application.Namespace == pod.Namespace
            && application.Selector.IsSubsetOf(pod.Metadata.Labels))?.State;
}
