using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Images;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Pods;
using Simulator.World.Nodes.Pressure;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Status;
using Simulator.World.Nodes.Volumes;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Nodes;

/// <summary>What all kubelets of a cluster share, dealt out to their parts: nothing below this folder knows it.</summary>
internal sealed class KubeletContext
{
    private readonly PodAddresses _addresses = new();

    /// <param name="disks">The cloud's disks: what is really attached.</param>
    public KubeletContext(
        Simulation simulation, RandomStreams streams, ClusterSpec cluster, SimulatedApiServer server, LatencyModel latency,
            CloudDisks disks, ObservationLog log)
    {
        (Simulation, Options, Objects, Lives) = (simulation, cluster.Kubelet, new ObjectReads(server), new PodLives(simulation, log));
        Phases = Stream("kubelet-phase");
        Applications = new PodApplications(cluster.Applications, Stream("applications"));
        Images = new ImageSetting(simulation, Options, Registry, log, Changes);
        Status = new StatusSetting(simulation, Options, server, latency, cluster.ApiServer.CallLatencyMedian)
        {
            Removal = cluster.Version.Kubelet.PodRemoval,
            SweepsWithLeases = cluster.Version.Kubelet.SignOfLife == SignOfLife.Lease,
        };
        Pods = new PodSetting(Options, log, Changes)
        {
            Applications = Applications,
            Lives = Lives,
            Objects = Objects,
            Mounts = new MountSetting(cluster.Storage, Objects, log, Changes)
            {
                Disks = disks,
                Durations = Stream("mounts"),
                Phases = Stream("mount-phase"),
            },
            Memory = Options.EvictionHardMemory > 0 || Applications.IsMemoryTold ? new MemorySetting(Options, log, Changes) : null,
            Pace = new ContainerPace(Options, Stream("container-start"), Stream("container-stop")),
            Addresses = _addresses,
            Works = new PodWorks(simulation, Applications, Phases, cluster.Version.Kubelet),
            Admission = cluster.Version.Kubelet.Admission(),
            Draws = new PodDraws(Stream("kubelet-retry"), Stream("container-order")),
        };

        RandomStream Stream(string name) => streams[$"{cluster.Name}/{name}"];
    }

    public Simulation Simulation { get; }

    public KubeletOptions Options { get; }

    /// <summary>Rings when a node has something new to say of itself.</summary>
    public StatusChanges Changes { get; } = new();

    public ImageRegistry Registry { get; } = new();

    public ObjectReads Objects { get; }

    public PodLives Lives { get; }

    public PodApplications Applications { get; }

    /// <summary>Where in their periods loops and probes stand.</summary>
    public RandomStream Phases { get; }

    public ImageSetting Images { get; }

    public StatusSetting Status { get; }

    public PodSetting Pods { get; }

    /// <summary>What the pod's containers do.</summary>
    public ApplicationSpec ApplicationOf(Pod pod) => Applications.Of(pod);

    public string NewPodIp() => _addresses.Next();
}
