using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>Folds what was refused, what failed and what had to start again in one cluster.</summary>
internal sealed class MishapFold(IReadOnlyDictionary<string, PodLife> pods)
{
    /// <summary>More are only counted: nobody reads them.</summary>
    private const int KeptMax = 1000;

    /// <summary>Containers that start again with their machine are the outage's story.</summary>
    private const string Reboot = "Reboot";

    /// <summary>A user has changed the pod, and this is what the change is for.</summary>
    private const string Changed = "Changed";

    private readonly Dictionary<string, RefusalLife> _refusals = new(StringComparer.Ordinal);
    /// <summary>What a kubelet says of a pod that it evicts or refuses because its node is short of memory.</summary>
    private const string Evicted = "Evicted";

    private const string OutOfMemory = "OOMKilled";

    private readonly HashSet<string> _killedOnFullNodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PodMishaps> _failed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PodMishaps> _restarted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RolloutLife> _rollouts = new(StringComparer.Ordinal);
    private readonly List<Observation> _objects = [];
    private readonly List<Observation> _operations = [];

    /// <summary>What controllers were refused, by kind and generated name.</summary>
    public IEnumerable<RefusalLife> Refusals => _refusals.Values;

    /// <summary>What users were refused to create.</summary>
    public IReadOnlyList<Observation> Objects => _objects;

    /// <summary>Commands of users that failed.</summary>
    public IReadOnlyList<Observation> Operations => _operations;

    /// <summary>
    /// Pods that failed or were refused by their kubelet, by workload; what full memory did is told by <see cref="MemoryFold"/>.
    /// </summary>
    public IEnumerable<PodMishaps> Failed => _failed.Values;

    /// <summary>
    /// Containers that ended by themselves or were killed and started again, by workload; not those that a full node's kernel killed.
    /// </summary>
    public IEnumerable<PodMishaps> Restarted => _restarted.Values;

    public RolloutLife? RolloutOf(string deployment) => _rollouts.GetValueOrDefault(deployment);

    public void Observe(in Observation fact)
    {
        switch (fact.Kind)
        {
            case ObservationKind.CreationForbidden: Refuse(fact); break;
            case ObservationKind.CreationRefused when _objects.Count < KeptMax: _objects.Add(fact); break;
            case ObservationKind.OperationDone when fact.Other != "Ok" && _operations.Count < KeptMax: _operations.Add(fact); break;
            case ObservationKind.ContainerOutOfMemory: NoteKill(fact); break;
            case ObservationKind.PodFinished when fact.Other.StartsWith("Failed", StringComparison.Ordinal):
                OnFailed(
                fact, fact.Other["Failed".Length..].Trim()); break;
            case ObservationKind.ContainerRestarted when fact.Other is not ("Completed" or Reboot or Changed): OnRestarted(fact); break;
            case ObservationKind.RolloutChanged:
                _rollouts[fact.Subject] = new RolloutLife(
                fact.Value, fact.At, fact.Other == "Completed"); break;
        }
    }

    private void NoteKill(in Observation fact)
    {
        if (fact.Extra == 1) _killedOnFullNodes.Add(fact.Subject);
        else _killedOnFullNodes.Remove(fact.Subject);
    }

    private void OnFailed(in Observation fact, string why)
    {
        if (why != Evicted) Add(_failed, fact, why);
    }

    private void OnRestarted(in Observation fact)
    {
        if (fact.Other != OutOfMemory || !_killedOnFullNodes.Contains(fact.Subject)) Add(_restarted, fact, fact.Other);
    }

    private void Refuse(in Observation fact)
    {
        if (!_refusals.TryGetValue(fact.Subject, out var life)) _refusals.Add(fact.Subject, life = new RefusalLife(fact.Subject, fact.At));
        life.Add(fact.At, fact.Other);
    }

    private void Add(Dictionary<string, PodMishaps> all, in Observation fact, string why)
    {
        var owner = pods.TryGetValue(fact.Subject, out var pod) && pod.Owner.Length > 0 ? pod.Owner : fact.Subject;
        if (!all.TryGetValue(owner, out var mishaps)) all.Add(owner, mishaps = new PodMishaps(owner, pod?.Owner.Length > 0));
        mishaps.Add(fact.At, fact.Subject, why);
    }
}

/// <summary>Creations of one kind and name that were refused again and again; told at once and then once a minute.</summary>
internal sealed class RefusalLife(string subject, TimeSpan first)
{
    /// <summary>"Pod team/web-1853668708-".</summary>
    public string Subject => subject;

    public TimeSpan First => first;

    public TimeSpan Last { get; private set; }

    /// <summary>In the words of who refused it, the last time.</summary>
    public string Why { get; private set; } = "";

    public void Add(TimeSpan at, string why) => (Last, Why) = (at, why);
}

/// <summary>What happened to the pods of one workload, or to a pod of its own.</summary>
/// <param name="subject">"namespace/name".</param>
internal sealed class PodMishaps(string subject, bool isWorkload)
{
    private readonly SortedDictionary<string, int> _whys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pods = new(StringComparer.Ordinal);

    public string Subject => subject;

    public bool IsWorkload => isWorkload;

    public int Count { get; private set; }

    public int Pods => _pods.Count;

    public TimeSpan Last { get; private set; }

    /// <summary>What was said most often; "" if nothing was.</summary>
    public string Why =>
        _whys.Where(why => why.Key.Length > 0)
            .OrderByDescending(why => why.Value)
            .ThenBy(why => why.Key, StringComparer.Ordinal)
            .Select(why => why.Key)
            .FirstOrDefault("");

    public void Add(TimeSpan at, string pod, string why)
    {
        Count++;
        Last = at;
        _pods.Add(pod);
        _whys[why] = _whys.GetValueOrDefault(why) + 1;
    }
}

/// <param name="Since">When that came to be.</param>
internal sealed record RolloutLife(long Revision, TimeSpan Since, bool IsComplete);
