using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.Specification;

namespace Simulator.World.Hosting;

/// <summary>
/// The schedulers, controller managers and autoscalers of a control plane, of which one of each kind works at a time.
/// </summary>
/// <param name="world">What each is given of the world, under its own name.</param>
internal sealed class ElectedPrograms(ClusterSpec spec, Hosted world, ProgramTable programs)
{
    private readonly List<(string Name, ElectedProgram Program)> _all = [];
    private ClusterAutoscaler? _autoscaler;

    /// <summary>The scheduler that works, or worked last.</summary>
    public IPodScheduler Scheduler { get; private set; } =
        SchedulerWork.NewScheduler(
            spec.Version, spec.Scheduler, world.StreamOf(SchedulerWork.MapOrder), () => world.StreamOf(SchedulerWork.ExtenderCalls));

    /// <summary>Is shown decisions by every scheduler from now on; null = nobody asks.</summary>
    public IDecisionWitness? Witness
    {
        get;
        set
        {
            field = value;
            Scheduler.Witness = value;
        }
    }

    /// <summary>Is shown the rounds of every autoscaler from now on; null = nobody asks.</summary>
    public Action<RoundReport>? RoundWitness
    {
        get;
        set
        {
            field = value;
            if (_autoscaler is not null) _autoscaler.Witness = value;
        }
    }

    private IReadOnlyList<string> Masters => spec.Masters.Zones;

    /// <summary>Who leads "scheduler" or "controller-manager"; "" = nobody.</summary>
    public string LeaderOf(string election) =>
        _all.Find(entry => entry.Program.IsLeading && entry.Name.StartsWith(election, StringComparison.Ordinal)).Name ?? "";

    /// <summary>One of each kind on each master.</summary>
    public void AddAll(IMachineRegister machines)
    {
        for (var i = 0; i < Masters.Count; i++) Add("scheduler", i, SchedulerOn);
        for (var i = 0; i < Masters.Count; i++)
        {
            Add("controller-manager", i, (hosted, number) => ControllerManagerOn(hosted, number, machines));
        }

        if (spec.Autoscaler is not { } flags) return;
        for (var i = 0; i < (flags.Elects ? Masters.Count : 1); i++)
        {
            Add("cluster-autoscaler", i, (hosted, number) => AutoscalerOn(hosted, number, flags));
        }
    }

    private void Add(string kind, int number, Func<Hosted, int, ElectedProgram> make)
    {
        var name = ProgramTable.NameOf(kind, number);
        var program = make(world.For(name), number);
        _all.Add((name, program));
        programs.Add(name, Masters[number], program);
    }

    private ElectedProgram SchedulerOn(Hosted hosted, int number)
    {
        var flags = spec.Scheduler;
        var work = new SchedulerWork(hosted, spec.Version, flags, Use) { Settled = number == 0 ? Scheduler : null };
        return Elected(
            hosted, work, number,
            new ElectionPlace(
                "scheduler", "kube-scheduler", flags.LeaderElection, flags.KubeApiQps, flags.KubeApiBurst, JitterOf(hosted))
            {
                HangingRenewals = spec.Version.HangingRenewals,
            });
    }

    private void Use(IPodScheduler scheduler)
    {
        Scheduler = scheduler;
        scheduler.Witness = Witness;
    }

    private ElectedProgram ControllerManagerOn(Hosted hosted, int number, IMachineRegister machines)
    {
        var flags = spec.ControllerManager;
        var work = new ControllerManagerWork(hosted, spec.Version, flags, machines, spec.Name, world.StreamOf("monitor-phase"));
        var place = new ElectionPlace(
            "controller-manager", "kube-controller-manager", flags.LeaderElection, flags.KubeApiQps, flags.KubeApiBurst, JitterOf(hosted))
        {
            HangingRenewals = spec.Version.HangingRenewals,
        };
        return Elected(hosted, work, number, place);
    }

    private ElectedProgram AutoscalerOn(Hosted hosted, int number, ClusterAutoscalerOptions flags)
    {
        var work = new AutoscalerWork(hosted, flags, spec.Name, Use);
        var place = new ElectionPlace(
            "cluster-autoscaler", "cluster-autoscaler", flags.LeaderElection with { Elect = flags.Elects }, flags.KubeApiQps,
            flags.KubeApiBurst, JitterOf(hosted));
        return Elected(hosted, work, number, place);
    }

    private void Use(ClusterAutoscaler autoscaler)
    {
        _autoscaler = autoscaler;
        autoscaler.Witness = RoundWitness;
    }

    private Func<double> JitterOf(Hosted hosted) => world.StreamOf($"leader-election/{hosted.Name}").NextDouble;

    private ElectedProgram Elected(Hosted hosted, IWork work, int number, ElectionPlace place)
    {
        var elects = place.Options.Elect ?? (spec.Version.ElectsAlone || Masters.Count > 1);
        return new ElectedProgram(hosted, work, elects ? place : null, number == 0, () => programs.Find(hosted.Name).Crash("lost-lease"));
    }
}
