using Simulator.Api;

namespace Simulator.World.Nodes.Runs;

/// <summary>The pods of a kubelet.</summary>
internal sealed class PodRegister
{
    private readonly Dictionary<ObjectKey, PodRun> _runs = [];
    private List<PodRun>? _orphans;

    /// <summary>Those that it has objects of, in no useful order.</summary>
    public Dictionary<ObjectKey, PodRun>.ValueCollection Runs => _runs.Values;

    /// <summary>Those whose object is gone while their containers run, in the order in which their objects went.</summary>
    public IReadOnlyList<PodRun> Orphans => _orphans ?? [];

    public IEnumerable<PodRun> All => _runs.Values.Concat(Orphans);

    public PodRun? Find(ObjectKey pod) => _runs.GetValueOrDefault(pod);

    /// <summary>Its object is here, or its containers still are.</summary>
    public bool Has(PodRun run) => run.IsOrphan || _runs.GetValueOrDefault(run.Pod.Key) == run;

    public void Add(PodRun run) => _runs.Add(run.Pod.Key, run);

    public void Remove(ObjectKey pod) => _runs.Remove(pod);

    public void AddOrphan(PodRun run)
    {
        run.IsOrphan = true;
        (_orphans ??= []).Add(run);
    }

    public void RemoveOrphan(PodRun run)
    {
        run.IsOrphan = false;
        _orphans!.Remove(run);
    }

    public void Clear() => _runs.Clear();

    public void ClearOrphans() => _orphans = null;
}
