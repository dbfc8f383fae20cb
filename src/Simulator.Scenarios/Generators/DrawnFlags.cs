using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Flags at their defaults, or somewhere around them.</summary>
internal sealed class DrawnFlags(Dice dice)
{
    /// <summary>Most flags of most worlds are left alone.</summary>
    private const double Changed = 0.25;

    public MasterOptions Masters(IReadOnlyList<string> zones) => dice.Between(0, 3) switch
    {
        0 => new MasterOptions { Zones = ["", "", ""] },
        1 => new MasterOptions { Zones = [.. Enumerable.Range(0, 3).Select(i => zones[i % zones.Count])] },
        2 => new MasterOptions { Zones = [zones[0]] },
        _ => new MasterOptions(),
    };

    public SchedulerOptions Scheduler()
    {
        var options = new SchedulerOptions();
        return options with
        {
            KubeApiQps = Around(options.KubeApiQps),
            KubeApiBurst = dice.Chance(Changed) ? dice.Between(1, 200) : options.KubeApiBurst,
            Policy = dice.Chance(0.15) ? Policy() : null,
        };
    }

    public ControllerManagerOptions ControllerManager()
    {
        var options = new ControllerManagerOptions();
        var nodes = options.Nodes;
        return options with
        {
            KubeApiQps = Around(options.KubeApiQps),
            KubeApiBurst = dice.Chance(Changed) ? dice.Between(1, 60) : options.KubeApiBurst,
            CloudProvider = dice.Chance(0.5),
            PetSets = new PetSetOptions { PetList = dice.Of(PetList.OnePet, PetList.AllPets) },
            Nodes = nodes with
            {
                NodeMonitorPeriod = Around(nodes.NodeMonitorPeriod),
                NodeMonitorGracePeriod = Around(nodes.NodeMonitorGracePeriod),
                PodEvictionTimeout = dice.Chance(0.5) ? dice.Seconds(10, 120) : nodes.PodEvictionTimeout,
                DeletingPodsQps = dice.Chance(0.5) ? dice.Of(0.5f, 1, 10) : nodes.DeletingPodsQps,
                DeletingPodsBurst = dice.Between(1, 3),
            },
        };
    }

    public KubeletOptions Kubelet()
    {
        var options = new KubeletOptions();
        return options with
        {
            NodeStatusUpdateFrequency = Around(options.NodeStatusUpdateFrequency),
            KubeApiQps = Around(options.KubeApiQps),
            Runtime = dice.Chance(0.15) ? ContainerRuntime.Rkt : ContainerRuntime.Docker,
            SerializeImagePulls = dice.Chance(0.8),
            ImagesPresent = dice.Chance(0.5),
            ImageBytes = (long)dice.Of(1, 50, 400, 2000) * 1_000_000,
            RegistryQps = Around(options.RegistryQps),
            MaxPods = dice.Chance(0.1) ? dice.Between(5, 30) : options.MaxPods,
            EvictionHardMemory = dice.Chance(0.3) ? (long)dice.Of(100, 500, 2000) << 20 : 0,
            EvictionPressureTransitionPeriod = Around(options.EvictionPressureTransitionPeriod),
            BootDuration = Around(options.BootDuration),
        };
    }

    public ApiServerOptions ApiServer()
    {
        var options = new ApiServerOptions();
        return options with
        {
            CallLatencyMedian = Around(options.CallLatencyMedian),
            WatchLatencyMedian = Around(options.WatchLatencyMedian),
        };
    }

    /// <summary>All default predicates, so that nothing is overcommitted; weights of its own, and sometimes affinity.</summary>
    private SchedulerPolicy Policy()
    {
        var predicates = PredicateTable.DefaultNames.Select(name => new PredicatePolicy(name));
        if (dice.Chance(0.5)) predicates = predicates.Append(new PredicatePolicy("MatchInterPodAffinity"));
        return new SchedulerPolicy
        {
            Predicates = [.. predicates],
            Priorities = [.. PriorityTable.DefaultNames.Where(_ => dice.Chance(0.7)).Select(name => new PriorityPolicy(
                name, dice.Between(1, 5)))],
        };
    }

    private TimeSpan Around(TimeSpan usual) => dice.Chance(Changed) ? usual * dice.Of(0.5, 0.8, 1.5, 2) : usual;

    private float Around(float usual) => dice.Chance(Changed) ? usual * dice.Of(0.3f, 0.7f, 2, 5) : usual;
}
