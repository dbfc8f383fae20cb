using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Operations;

/// <summary>
/// Notices when, for the first time, all that a cluster's workloads ask for has been created (or refused) and every replica of it is ready.
/// Jobs come and go and are not waited for.
/// </summary>
internal sealed class ReadyWatch(ClusterSpec cluster, Action allReady) : IObserver
{
    private readonly HashSet<string> _planned = [.. cluster.Workloads.SelectMany(workload => workload.Objects)
        .Where(IsWaitedFor)
        .Select(NameOf)];
    private readonly Dictionary<string, Count> _workloads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Count Workload, bool IsReady)> _pods = new(StringComparer.Ordinal);
    private int _short;
    private int _ready;
    private bool _isStarted;
    private bool _isOver;

    public void Observe(in Observation fact)
    {
        if (_isOver || fact.Cluster != cluster.Name) return;
        switch (fact.Kind)
        {
            case ObservationKind.WorkloadScaled when fact.Other != "Job": OnScaled(fact); break;
            case ObservationKind.PodCreated: OnCreated(fact); break;
            case ObservationKind.PodReady: SetReady(fact.Subject, true); break;
            case ObservationKind.PodNotReady: SetReady(fact.Subject, false); break;
            case ObservationKind.PodFinished or ObservationKind.PodRemoved: OnGone(fact.Subject); break;
            case ObservationKind.CreationRefused: _planned.Remove(fact.Subject); break;
            case ObservationKind.ClusterStarted: _isStarted = true; break;
            default: return;
        }

        if (!_isStarted || _short > 0 || _ready == 0 || _planned.Count > 0) return;
        _isOver = true;
        allReady();
    }

    private static bool IsWaitedFor(ApiObject value) =>
        value is Pod { Name.Length: > 0 } || (value is not Job && WorkloadFacts.WantedBy(value) is not null);

    private static string NameOf(ApiObject value) => $"{value.Kind} {value.Key}";

    private void OnScaled(in Observation fact)
    {
        _planned.Remove($"{fact.Other} {fact.Subject}");
        Change(WorkloadOf(fact.Subject), wanted: (int)fact.Value, ready: null);
    }

    /// <summary>A pod that nobody controls is a workload of one.</summary>
    private void OnCreated(in Observation fact)
    {
        var isAlone = fact.Other.Length == 0;
        var workload = WorkloadOf(isAlone ? $"Pod {fact.Subject}" : fact.Other);
        if (isAlone) Change(workload, wanted: 1, ready: null);
        _pods[fact.Subject] = (workload, false);
        _planned.Remove($"Pod {fact.Subject}");
    }

    private void SetReady(string pod, bool isReady)
    {
        if (!_pods.TryGetValue(pod, out var known) || known.IsReady == isReady) return;
        _pods[pod] = (known.Workload, isReady);
        _ready += isReady ? 1 : -1;
        Change(known.Workload, null, known.Workload.Ready + (isReady ? 1 : -1));
    }

    private void OnGone(string pod)
    {
        SetReady(pod, false);
        if (!_pods.Remove(pod, out var known)) return;
        if (_workloads.ContainsKey($"Pod {pod}")) Change(known.Workload, wanted: 0, ready: null);
    }

    private Count WorkloadOf(string name)
    {
        if (!_workloads.TryGetValue(name, out var workload)) _workloads.Add(name, workload = new Count());
        return workload;
    }

    private void Change(Count workload, int? wanted, int? ready)
    {
        if (workload.IsShort) _short--;
        (workload.Wanted, workload.Ready) = (wanted ?? workload.Wanted, ready ?? workload.Ready);
        if (workload.IsShort) _short++;
    }

    private sealed class Count
    {
        public int Wanted { get; set; }

        public int Ready { get; set; }

        public bool IsShort => Ready < Wanted;
    }
}
