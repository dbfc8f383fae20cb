using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Money;

/// <summary>
/// What the machines of a cluster cost, and for whom: a machine is paid for from when the cloud gives it until it is deleted, whether it is
/// up or down, and a pod's part of it from its binding until its object is gone or its machine is.
/// </summary>
internal sealed class Bill
{
    private readonly Dictionary<string, PoolLife> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PoolLife> _machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _requestedAt = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MachineWait> _waits = new(StringComparer.Ordinal);

    /// <param name="cluster">Null: nobody knows its pools.</param>
    public Bill(ClusterSpec? cluster)
    {
        foreach (var pool in cluster?.NodePools ?? [])
        {
            var life = new PoolLife(cluster!.Name, pool);
            Pools.Add(life);
            _groups[pool.Name] = life;
            foreach (var zone in pool.Zones ?? cluster.Zones) _groups.TryAdd($"{pool.Name}-{zone}", life);
        }

        IsKept = Pools.Exists(pool => pool.IsElastic || pool.PricePerHour is not null || pool.Spec.Power is not null);
    }

    public List<PoolLife> Pools { get; } = [];

    /// <summary>Somebody can tell what it costs, or machines come and go.</summary>
    public bool IsKept { get; }

    /// <summary>From the request for each machine until the API called it ready, those that came so far.</summary>
    public List<TimeSpan> StartTimes { get; } = [];

    /// <summary>Those that the cloud has not given so far, in the order of their names.</summary>
    public IEnumerable<MachineWait> Waits => _waits.Values;

    public int Requested { get; private set; }

    public int Deleted { get; private set; }

    public void OnRequested(in Observation fact)
    {
        if (!_groups.TryGetValue(fact.Other, out var pool)) return;
        _machines[fact.Subject] = pool;
        _requestedAt[fact.Subject] = fact.At;
        Requested++;
    }

    public void OnWaits(in Observation fact)
    {
        if (!_machines.TryGetValue(fact.Subject, out var pool)) return;
        _waits[fact.Subject] = new MachineWait(pool, _requestedAt.GetValueOrDefault(fact.Subject, fact.At), fact.Other);
    }

    public void OnGiven(in Observation fact)
    {
        _waits.Remove(fact.Subject);
        if (_machines.TryGetValue(fact.Subject, out var pool)) pool.Change(fact.At, 1);
    }

    /// <summary>Those of the start were given long ago.</summary>
    public void OnNode(NodeLife node, TimeSpan at)
    {
        if (!IsKept) return;
        if (_machines.TryGetValue(node.Name, out var pool)) node.Pool = pool;
        else if (_groups.TryGetValue(PoolOf(node.Name), out pool))
        {
            node.Pool = pool;
            pool.Change(at, 1);
        }

        if (node.Pool is { IsElastic: true }) node.Charged = [];
    }

    public void OnReady(NodeLife node, TimeSpan at)
    {
        if (!_requestedAt.Remove(node.Name, out var requested)) return;
        StartTimes.Add(at - requested);
        (node.RequestedAt, node.FirstReadyAt) = (requested, at);
    }

    public void OnCpuUsed(in Observation fact)
    {
        foreach (var pool in Pools)
        {
            if (pool.Name == fact.Subject) pool.Cpu += CpuHours.Of(fact);
        }
    }

    /// <param name="node">Null if its kubelet has never registered it.</param>
    /// <param name="fact">Its value is how long the machine was there.</param>
    public void OnDeleted(in Observation fact, NodeLife? node)
    {
        var pool = node?.Pool ?? _machines.GetValueOrDefault(fact.Subject);
        Deleted++;
        if (fact.Other == "preempted" && pool is not null) pool.Preempted++;
        _requestedAt.Remove(fact.Subject);
        _waits.Remove(fact.Subject);
        if (fact.Other != "never started" || fact.Value > 0) pool?.Change(fact.At, -1);
        if (node?.Charged is not { } charged) return;
        foreach (var pod in charged) Discharge(pod, fact.At);
        node.Charged = [];
    }

    /// <summary>From now on a part of the node is the pod's.</summary>
    public static void Charge(PodLife pod, NodeLife node, TimeSpan at)
    {
        if (node is not { Pool.PricePerHour: { } price, IsDeleted: false }) return;
        pod.ChargedPerHour = PodShare.Of(pod, node) * price;
        node.Charged?.Add(pod);
        Change(pod, at, pod.ChargedPerHour);
    }

    /// <summary>It is gone, or has finished.</summary>
    public static void End(PodLife pod, TimeSpan at)
    {
        if (pod.ChargedPerHour == 0) return;
        pod.Node!.Charged?.Remove(pod);
        Discharge(pod, at);
    }

    private static void Discharge(PodLife pod, TimeSpan at)
    {
        Change(pod, at, -pod.ChargedPerHour);
        pod.ChargedPerHour = 0;
    }

    private static void Change(PodLife pod, TimeSpan at, double perHour)
    {
        pod.Node!.Pool!.ChangeRequested(at, perHour);
        pod.Workload?.Charge(at, perHour);
    }

    /// <summary>Nodes of the start are named after their pool and numbered.</summary>
    private static string PoolOf(string node) => node[..Math.Max(0, node.LastIndexOf('-'))];
}

/// <summary>A machine that has been asked for and that the cloud does not give.</summary>
/// <param name="Why">As the cloud words it.</param>
internal sealed record MachineWait(PoolLife Pool, TimeSpan Since, string Why);
