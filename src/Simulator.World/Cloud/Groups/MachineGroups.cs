using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Cloud.Groups;

/// <summary>
/// The part of the cloud that keeps groups of machines at their sizes: makes what is missing, however long it takes, and replaces what it
/// takes away itself.
/// </summary>
public sealed class MachineGroups
{
    /// <summary>GCE ends a preemptible machine after a day at the latest.</summary>
    private static readonly TimeSpan PreemptibleMax = TimeSpan.FromHours(24);

    private readonly Simulation _simulation;
    private readonly ObservationLog _log;
    private readonly MachineStock _stock;
    private readonly RandomStream _starts;
    private readonly RandomStream _lifetimes;
    private readonly List<CloudMachine> _waiting = [];
    private readonly HashSet<(string Machine, string Why)> _told = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    internal MachineGroups(
        Simulation simulation, ClusterSpec cluster, MachineStock stock, Func<string, RandomStream> streamOf, ObservationLog log)
    {
        (_simulation, _stock, _log) = (simulation, stock, log);
        (_starts, _lifetimes) = (streamOf("machine-starts"), streamOf("machine-lifetimes"));
        Table = new GroupTable(cluster);
        foreach (var pool in cluster.NodePools) _numbers[pool.Name] = pool.Count;
    }

    public GroupTable Table { get; }

    /// <summary>Its kubelet is to register it.</summary>
    internal event Action<CloudMachine>? Started;

    /// <summary>It is gone, and what ran on it.</summary>
    internal event Action<CloudMachine>? Deleted;

    /// <summary>A machine of the start; those of pools that stay as they are only count against the quota.</summary>
    internal void Adopt(in NodeFactory.Placed placed, NodePoolSpec pool)
    {
        _stock.Take(pool);
        if (Table.GroupFor(placed.Pool, placed.Zone) is not { } group) return;
        var machine = new CloudMachine(placed.Node.Name, placed.Zone, group, TimeSpan.Zero) { GivenAt = TimeSpan.Zero, HasStarted = true };
        group.Target++;
        Table.Add(machine);
        LimitLife(machine);
    }

    /// <summary>What the cloud answers at the end of a call about groups.</summary>
    internal ApiResponse Answer(CloudRequest request) => request switch
    {
        GetGroupSizeRequest get when Table.Find(get.Group) is { } group => SizeOf(request, group),
        SetGroupSizeRequest set when Table.Find(set.Group) is { } group => Resize(set, group),
        DeleteMachineRequest delete when Table.Machine(delete.Node) is { } machine => Delete(delete, machine),
        _ => new ApiResponse(request, ApiResult.NotFound, Reason: "the cloud knows no such group or machine"),
    };

    /// <summary>There may be machines again.</summary>
    internal void TryAgain()
    {
        foreach (var machine in _waiting.ToList()) Give(machine);
    }

    /// <summary>Somebody else has taken the machine away: its group is to have another.</summary>
    internal void Replace(string name)
    {
        if (Table.Machine(name) is { IsGone: false } machine) Lose(machine, "gone");
    }

    private static ApiResponse SizeOf(CloudRequest request, MachineGroup group) => new(request, ApiResult.Ok, new GroupSize(group.Target));

    /// <summary>Smaller sizes are not asked for: an autoscaler names the machine that is to go.</summary>
    private ApiResponse Resize(SetGroupSizeRequest request, MachineGroup group)
    {
        while (group.Target < request.Size)
        {
            group.Target++;
            Request(group);
        }

        return SizeOf(request, group);
    }

    private ApiResponse Delete(DeleteMachineRequest request, CloudMachine machine)
    {
        if (machine.IsGone) return new ApiResponse(request, ApiResult.NotFound, Reason: $"there is no machine {machine.Name}");
        machine.Group.Target--;
        End(machine, "deleted");
        return SizeOf(request, machine.Group);
    }

    private void Request(MachineGroup group)
    {
        var number = _numbers[group.Pool.Name]++;
        var machine = new CloudMachine(NodeFactory.NameOf(group.Pool, number), group.NextZone, group, _simulation.Now);
        Table.Add(machine);
        _log.Write(ObservationKind.MachineRequested, machine.Name, group.Id);
        _waiting.Add(machine);
        Give(machine);
    }

    private void Give(CloudMachine machine)
    {
        if (_stock.Refusal(machine) is { Length: > 0 } why)
        {
            if (_told.Add((machine.Name, why))) _log.Write(ObservationKind.MachineWaits, machine.Name, why);
            return;
        }

        _waiting.Remove(machine);
        _stock.Take(machine.Group.Pool);
        machine.GivenAt = _simulation.Now;
        _log.Write(
            ObservationKind.MachineGiven, machine.Name, machine.Zone, (long)(_simulation.Now - machine.RequestedAt).TotalMicroseconds);
        _simulation.Schedule(machine.Group.Pool.StartTime.Sample(_starts), () => Start(machine));
        LimitLife(machine);
    }

    private void Start(CloudMachine machine)
    {
        if (machine.IsGone) return;
        machine.HasStarted = true;
        Started?.Invoke(machine);
    }

    private void LimitLife(CloudMachine machine)
    {
        if (machine.Group.Pool.Lifetime is not { } lifetime) return;
        var life = lifetime.Sample(_lifetimes);
        _simulation.Schedule(life < PreemptibleMax ? life : PreemptibleMax, () =>
        {
            if (!machine.IsGone) Lose(machine, "preempted");
        });
    }

    private void Lose(CloudMachine machine, string why)
    {
        End(machine, why);
        Request(machine.Group);
    }

    private void End(CloudMachine machine, string why)
    {
        machine.IsGone = true;
        machine.Group.Remove(machine);
        if (!_waiting.Remove(machine)) _stock.GiveBack(machine.Group.Pool);
        var existed = machine.GivenAt is { } given ? _simulation.Now - given : TimeSpan.Zero;
        _log.Write(
            ObservationKind.MachineDeleted, machine.Name, machine.HasStarted ? why : "never started", (long)existed.TotalMicroseconds);
        if (machine.HasStarted) Deleted?.Invoke(machine);
        TryAgain();
    }
}
