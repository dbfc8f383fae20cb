using System.Globalization;
using Simulator.Api;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Nodes;

/// <summary>What all kubelets of a cluster share.</summary>
internal sealed class KubeletContext
{
    private readonly Uniform _start;
    private readonly Uniform _stop;
    private readonly RandomStream _starts;
    private readonly RandomStream _stops;
    private readonly IReadOnlyList<ApplicationSpec> _applications;
    private int _addresses;

    public KubeletContext(Simulation simulation, RandomStreams streams, ClusterSpec cluster, SimulatedApiServer server, LatencyModel latency, ObservationLog log)
    {
        (Simulation, Options, Server, Latency, Log) = (simulation, cluster.Kubelet, server, latency, log);
        _applications = cluster.Applications;
        Identities = new IdentityLives(simulation, log);
        CallMedian = cluster.ApiServer.CallLatencyMedian;
        _start = new Uniform(Options.ContainerStartMin, Options.ContainerStartMax);
        _stop = new Uniform(TimeSpan.Zero, Options.ContainerStopMax);
        var prefix = cluster.Name;
        (_starts, _stops, Phases) = (streams[$"{prefix}/container-start"], streams[$"{prefix}/container-stop"], streams[$"{prefix}/kubelet-phase"]);
        (Storage, Mounts, MountPhases) = (cluster.Storage, streams[$"{prefix}/mounts"], streams[$"{prefix}/mount-phase"]);
        (Applications, Retries, StartOrder) = (streams[$"{prefix}/applications"], streams[$"{prefix}/kubelet-retry"], streams[$"{prefix}/container-order"]);
    }

    public Simulation Simulation { get; }

    public KubeletOptions Options { get; }

    public SimulatedApiServer Server { get; }

    public LatencyModel Latency { get; }

    public ObservationLog Log { get; }

    /// <summary>A GET of the kubelet's client; null also while no API server answers.</summary>
    public ApiObject? Find(string kind, ObjectKey key) => Server.IsUp ? Server.Store.Find(kind, key) : null;

    /// <summary>Told when a node has something new to say of itself.</summary>
    public Action<SimulatedNode>? NodeStatusChanged { get; set; }

    public ImageRegistry Registry { get; } = new();

    /// <summary>What a call usually takes.</summary>
    public TimeSpan CallMedian { get; }

    public RandomStream Phases { get; }

    /// <summary>What applications leave to chance.</summary>
    public RandomStream Applications { get; }

    public RandomStream Retries { get; }

    public RandomStream StartOrder { get; }

    public StorageOptions Storage { get; }

    /// <summary>The cloud's disks: what is really attached.</summary>
    public required CloudDisks Disks { get; init; }

    public RandomStream Mounts { get; }

    public RandomStream MountPhases { get; }

    public static TimeSpan Multiplied(TimeSpan usual, double factor) =>
        factor == 1 ? usual : TimeSpan.FromMicroseconds(Math.Round(usual.TotalMicroseconds * factor));

    /// <summary>The node's object; null if it was deleted.</summary>
    public Node? NodeNamed(string name) => Server.Store.Find<Node>("Node", new ObjectKey("", name));

    /// <summary>The first of the scenario's applications that selects the pod; else what its restart policy is meant for.</summary>
    public ApplicationSpec ApplicationOf(Pod pod)
    {
        foreach (var application in _applications)
        {
            if (application.Namespace == pod.Namespace && application.Selector.IsSubsetOf(pod.Metadata.Labels)) return application;
        }

        return pod.Spec.RestartPolicy == "Always" ? ApplicationSpec.Server : ApplicationSpec.Batch;
    }

    /// <summary>Some application says what it uses of the memory.</summary>
    public bool IsMemoryTold => _applications.Any(static application => application.Memory is not null || application.MemoryGrowsPerHour > 0);

    /// <summary>Nothing will happen to its containers unless something is done to them.</summary>
    public bool RunsForEver(Pod pod) => ReferenceEquals(ApplicationOf(pod), ApplicationSpec.Server);

    public TimeSpan ContainerStart() => _start.Sample(_starts);

    public TimeSpan ContainerStop() => _stop.Sample(_stops);

    /// <summary>The next address of 10.0.0.0/8: no two pods of a run share one.</summary>
    public string NewPodIp()
    {
        var number = ++_addresses;
        return string.Create(CultureInfo.InvariantCulture, $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");
    }

    /// <summary>Told what the log is told, in the order in which they asked to be: whom requests to a pod depend on.</summary>
    public event Action<Pod, string, bool>? ServingChanged;

    /// <summary>Null if no application of the cluster keeps anything.</summary>
    public IStatefulMembers? States { get; set; }

    public IdentityLives Identities { get; }

    public void ObserveServing(Pod pod, string node, bool isServing)
    {
        Log.Write(isServing ? ObservationKind.PodServing : ObservationKind.PodStoppedServing, pod.Key.ToString(), node);
        TellServing(pod, node, isServing);
    }

    /// <summary>Of one life of a name, while another serves at the same node.</summary>
    public void TellServing(Pod pod, string node, bool isServing) => ServingChanged?.Invoke(pod, node, isServing);

    public void ObserveRestart(Pod pod, string why, int restarts) => Log.Write(ObservationKind.ContainerRestarted, pod.Key.ToString(), why, restarts);

    public void ObserveInitEnd(Pod pod, ContainerRun init)
    {
        var ran = init.EndedAt.SinceStart - init.StartedAt;
        Log.Write(ObservationKind.InitContainerEnded, pod.Key.ToString(), init.Spec.Name, (long)ran.TotalMicroseconds, init.ExitCode);
    }
}
